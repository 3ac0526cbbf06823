using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Tests.Reference;

namespace StretchChallenge.Domain.Tests.Properties;

public sealed class SessionPropertyTests
{
    private static readonly SessionCommand[] Commands = Enum.GetValues<SessionCommand>();

    [Fact]
    public void ClockAt_AnyCommandsAtAnyTime_ShowsWhatATickingClockDoes() =>
        Check.Holds(2_000, seed => new Random(seed), random =>
        {
            var steps = Enumerable.Range(0, random.Next(1, 6)).Select(_ => (long)random.Next(1, 9)).ToArray();
            var ticking = new TickingSession(steps);
            var session = SessionState.Open(new Timeline(steps));
            for (var now = 0L; now < 80; now++)
            {
                while (random.Next(5) == 0)
                {
                    var command = random.Next(3) == 0 ? SessionCommand.Start : Commands[random.Next(Commands.Length)];
                    var change = session.Apply(command, now);
                    if (ticking.Apply(command) != change is SessionCommandResult.Applied)
                    {
                        return false;
                    }

                    session = change is SessionCommandResult.Applied applied ? applied.State : session;
                }

                if (session.PositionAt(now) != ticking.Clock)
                {
                    return false;
                }

                ticking.Tick();
            }

            return true;
        });
}
