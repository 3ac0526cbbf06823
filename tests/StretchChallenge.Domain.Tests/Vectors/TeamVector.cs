using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>One team's streak and points.</summary>
internal sealed record TeamVector(
    string Zone,
    DateTimeOffset Now,
    DateOnly Start,
    DateOnly End,
    MemberVector[]? Members = null,
    int Threshold = 70,
    string[]? WorkDays = null,
    DateOnly[]? Holidays = null)
{
    public object Result()
    {
        var challenge = new ChallengeCalendar(
            Start, End, VectorJson.Zone(Zone), VectorPerson.Pattern(WorkDays), [.. Holidays ?? []]);
        var members = (Members ?? []).Select(member => member.Of(challenge)).ToArray();
        var team = TeamFold.Fold(challenge, Threshold, members, Now);
        return new
        {
            team.Streak,
            team.Best,
            team.MicroPoints,
            today = new { team.Today.Done, team.Today.Due },
        };
    }
}
