using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>One member of a team vector.</summary>
internal sealed record MemberVector(
    string Id,
    DateOnly? From = null,
    DateOnly? To = null,
    DateOnly? Joined = null,
    string[]? WorkDays = null,
    DateOnly[][]? TimeOff = null,
    DateOnly[]? Done = null,
    DateOnly[]? SelfReported = null,
    DateOnly[]? Neutral = null)
{
    public TeamMember Of(ChallengeCalendar challenge)
    {
        var calendar = PersonCalendar.For(challenge, ZoneTimeline.Fixed(challenge.Zone)) with
        {
            Joined = Joined ?? challenge.Start,
            Pattern = WorkDays is null ? null : WorkPattern.Always(VectorPerson.Pattern(WorkDays)),
            TimeOff = VectorPerson.Ranges(TimeOff),
            Neutral = [.. Neutral ?? []],
        };
        var days = new DateRange(From ?? challenge.Start, To ?? DateOnly.MaxValue);
        return new TeamMember(new UserId(Id), [days], calendar, VectorPerson.Ledger(Done, SelfReported));
    }
}
