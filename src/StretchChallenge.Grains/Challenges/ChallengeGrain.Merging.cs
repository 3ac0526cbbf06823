using System.Collections.Immutable;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Grains.Challenges;

/// <summary>Settings that several organisers change at once.</summary>
internal sealed partial class ChallengeGrain
{
    // A field that the other one changed meanwhile is not overwritten, unless both mean the same.
    private static Refusal? RefuseOvertaken(ChallengeRecord challenge, ChangeChallenge command)
    {
        return command.Before is not { } before ? null
            : IsOvertaken(before.Name, challenge.Name, command.Name) ? ChallengeRefusals.SettingsChanged("name")
            : IsOvertaken(before.TeamThreshold, challenge.TeamThreshold, command.TeamThreshold) ? ChallengeRefusals.SettingsChanged("teamThreshold")
            : IsOvertaken(before.OrganisersMakeTeams, challenge.OrganisersMakeTeams, command.OrganisersMakeTeams) ? ChallengeRefusals.SettingsChanged("teamsBy")
            : IsOvertaken(before.Planning, challenge.Planning, command.Planning) ? ChallengeRefusals.SettingsChanged("planning")
            : IsOvertaken(Hours(before.WorkHours), Hours(HoursOf(challenge) ?? new LocalHours(null, null)), Hours(command.WorkHours))
                ? ChallengeRefusals.SettingsChanged("workHours")
            : IsOvertaken(before.StartsOn, challenge.StartsOn, command.StartsOn) ? ChallengeRefusals.SettingsChanged("startsOn")
            : IsOvertaken(before.TimeZone, challenge.ZoneId, command.TimeZone) ? ChallengeRefusals.SettingsChanged("timeZone")
            : IsOvertaken(Text(before.WorkDays), Text(challenge.WorkDays.Names), Text(command.WorkDays)) ? ChallengeRefusals.SettingsChanged("workDays")
            : null;

        static bool IsOvertaken<T>(T seen, T now, T wanted) =>
            seen is not null && wanted is not null && !Equals(seen, now) && !Equals(wanted, now);

        static string? Hours(LocalHours? hours) => hours is null ? null : $"{hours.From}-{hours.To}";

        static string? Text(ImmutableArray<string>? days) => days is { } names ? string.Join(',', names) : null;
    }

    // The dates that the organiser added and took away, of those that they saw.
    private static ImmutableHashSet<DateOnly> MergedHolidays(
        ChallengeRecord challenge, ChangeChallenge command, ImmutableArray<DateOnly> holidays) =>
        command.Before?.Holidays is { } seen
            ? challenge.Holidays.Except(seen.Except(holidays)).Union(holidays.Except(seen))
            : [.. holidays];
}
