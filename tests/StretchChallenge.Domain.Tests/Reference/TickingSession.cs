using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Reference;

/// <summary>A reference implementation of a session that ticks millisecond by millisecond.</summary>
internal sealed class TickingSession(long[] steps)
{
    private SessionPhase _phase = SessionPhase.Lobby;
    private int _step;
    private long _remaining = steps[0];
    private long _elapsed;

    public TimelinePosition Clock => new(_phase, _step, _remaining, _elapsed);

    public void Tick()
    {
        if (_phase != SessionPhase.Running)
        {
            return;
        }

        _elapsed++;
        _remaining--;
        if (_remaining == 0)
        {
            GoTo(_step + 1);
        }
    }

    public bool Apply(SessionCommand command)
    {
        var underWay = _phase is SessionPhase.Running or SessionPhase.Paused;
        switch (command)
        {
            case SessionCommand.Start when _phase == SessionPhase.Lobby:
            case SessionCommand.Resume when _phase == SessionPhase.Paused:
                _phase = SessionPhase.Running;
                return true;
            case SessionCommand.Pause when _phase == SessionPhase.Running:
                _phase = SessionPhase.Paused;
                return true;
            case SessionCommand.Skip when underWay:
                GoTo(_step + 1);
                return true;
            case SessionCommand.End when underWay:
                GoTo(steps.Length);
                return true;
            case SessionCommand.End when _phase == SessionPhase.Lobby:
                _phase = SessionPhase.Cancelled;
                return true;
            default:
                return false;
        }
    }

    private void GoTo(int step)
    {
        _step = step;
        _phase = step == steps.Length ? SessionPhase.Finished : _phase;
        _remaining = step == steps.Length ? 0 : steps[step];
    }
}
