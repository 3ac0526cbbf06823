using System.Text.Json.Nodes;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>What a session's clock shows after some commands.</summary>
internal sealed record SessionVector(long[] Steps, long At, JsonArray? Events = null)
{
    public object Result()
    {
        var session = SessionState.Open(new Timeline(Steps));
        foreach (var entry in Events ?? [])
        {
            var change = session.Apply(VectorJson.Read<SessionCommand>(entry![0]!), entry[1]!.GetValue<long>());
            session = change is SessionChange.Changed changed ? changed.State : session;
        }

        var clock = session.ClockAt(At);
        return new { clock.Phase, clock.Step, clock.Remaining, clock.Elapsed };
    }
}
