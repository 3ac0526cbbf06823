using StretchChallenge.Contracts.Sessions;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>
/// How far the clock of a session, which is that of its grain's node, is from the clock of this server, by which its clients go.
/// People in one session who are connected to different nodes stay in step, whatever the nodes' clocks show.
/// </summary>
internal sealed class ClockOffset(SteadyClock clock)
{
    // The session's clock is read in whole milliseconds.
    private const double Rounding = 1;

    private double _offset;
    private double _uncertainty = double.PositiveInfinity;

    /// <summary>Measures by one reading of the session's clock.</summary>
    public async Task MeasureAsync(Func<Task<double>> readAsync)
    {
        var sent = clock.NowMs;
        var theirs = await readAsync();
        Record(sent, theirs, clock.NowMs);
    }

    /// <summary>An instant of the session's clock as this server's clock shows it; both in Unix milliseconds.</summary>
    public long ToServer(long sessionMs) =>
        Math.Abs(_offset) <= _uncertainty ? sessionMs : (long)Math.Round(sessionMs - _offset);

    // The fastest measurement is the most exact one, until a later one contradicts it: then a clock was set, or the grain has moved.
    private void Record(double sent, double theirs, double received)
    {
        var offset = theirs - ((sent + received) / 2);
        var uncertainty = ((received - sent) / 2) + Rounding;
        if (uncertainty <= _uncertainty || Math.Abs(offset - _offset) > uncertainty + _uncertainty)
        {
            (_offset, _uncertainty) = (offset, uncertainty);
        }
    }
}
