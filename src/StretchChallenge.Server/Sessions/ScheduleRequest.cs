using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>A recurring break as it is to be, the whole of it.</summary>
/// <param name="RoutineId">The routine that will run.</param>
/// <param name="Time">When it starts, in the challenge's zone: <c>10:30</c>.</param>
/// <param name="Weekdays">The weekdays, <c>Mon</c> to <c>Sun</c>; left out or empty for every work day. Holidays and days off are skipped.</param>
/// <param name="Hosts">Members who host it, the first one leading; left out, the caller, or on a change those who do; empty for nobody.</param>
/// <param name="Team">The id or the name of the team whose members find it first; left out, it is for the whole challenge.</param>
public sealed record ScheduleRequest(
    string? RoutineId,
    string? Time,
    ImmutableArray<string>? Weekdays = null,
    ImmutableArray<string>? Hosts = null,
    string? Team = null)
{
    /// <summary>The most hosts of one recurring break.</summary>
    public const int MaxHosts = 10;

    /// <summary>How times of day are written.</summary>
    private const string TimeFormat = "HH:mm";

    /// <summary>A time of day as it is written.</summary>
    internal static string TextOf(TimeOnly time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>What is wrong with the fields by themselves; null when nothing is.</summary>
    internal ProblemHttpResult? FindFault()
    {
        var rules = new FieldRules();
        rules.Token("routineId", RoutineId);
        if (rules.Check(!string.IsNullOrEmpty(Time), FieldRefusals.Missing("time")))
        {
            rules.Check(TryReadTime(out _), FieldRefusals.WrongType("time"));
        }

        if (Weekdays is { IsDefaultOrEmpty: false } days)
        {
            rules.WorkDays("weekdays", days);
        }

        return rules.Refusal;
    }

    /// <summary>A schedule with what the request says, if challenge and catalogue allow it. <see cref="FindFault" /> found none.</summary>
    internal async Task<Outcome<ScheduleRecord>> ApplyAsync(
        ScheduleRecord schedule, ChallengeView challenge, RoutineCatalogue catalogue, IGrainFactory grains)
    {
        if (challenge.State.IsOver())
        {
            return ChallengeRefusals.ChallengeOver;
        }

        if (catalogue.Find(RoutineId!) is not { } routine)
        {
            return DayRefusals.UnknownRoutine.At("routineId");
        }

        _ = WorkDays.TryParse(challenge.WorkDays, out var workDays);
        var weekdays = Weekdays is { IsDefaultOrEmpty: false } days && WorkDays.TryParse(days, out var chosen) ? chosen : (WorkDays?)null;
        if (weekdays?.Intersect(workDays).Count == 0)
        {
            return SessionRefusals.NoBreakDay;
        }

        TeamView? team = null;
        if (Team is { Length: > 0 } && (team = challenge.Teams.FirstOrDefault(IsMeant)) is null)
        {
            return ChallengeRefusals.UnknownTeam.At("team");
        }

        ImmutableArray<string> hosts = Hosts is { IsDefault: false } named ? [.. named.Distinct()] : [.. schedule.Hosts.Select(host => host.Value)];
        if (hosts.Length > MaxHosts)
        {
            return SessionRefusals.TooManyHosts(MaxHosts);
        }

        foreach (var host in hosts)
        {
            if (!IdShape.Matches(host) || await grains.GetGrain<IChallengeGrain>(challenge.Id).GetRoleAsync(host) is null)
            {
                return ChallengeRefusals.UnknownMember.At("hosts");
            }
        }

        TryReadTime(out var time);
        return schedule with
        {
            RoutineId = routine.Id,
            Plan = new BreakSchedule(time, weekdays),
            Team = team is null ? null : new TeamId(team.Id),
            Hosts = [.. hosts.Select(host => new UserId(host))],
        };
    }

    private bool IsMeant(TeamView team) => team.Id == Team || string.Equals(team.Name, Team, StringComparison.OrdinalIgnoreCase);

    private bool TryReadTime(out TimeOnly time) =>
        TimeOnly.TryParseExact(Time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}

/// <summary>A recurring break that was planned.</summary>
/// <param name="Id">The schedule.</param>
public sealed record ScheduleCreated(string Id);

/// <summary>A host of a recurring break.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Their name.</param>
public sealed record ScheduleHost(string Id, string Name);

/// <summary>A recurring break of a challenge.</summary>
/// <param name="Id">The schedule.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Time">When it starts, in the challenge's zone: <c>10:30</c>.</param>
/// <param name="Weekdays">The weekdays; null for every work day.</param>
/// <param name="TimeZone">The challenge's IANA zone.</param>
/// <param name="Team">The name of the team whose members find it first; null when it is for the whole challenge.</param>
/// <param name="TeamId">That team.</param>
/// <param name="Hosts">Its hosts.</param>
/// <param name="MayChange">Whether the caller may change or delete it.</param>
public sealed record ScheduleListed(
    string Id,
    string RoutineId,
    string Time,
    ImmutableArray<string>? Weekdays,
    string TimeZone,
    string? Team,
    string? TeamId,
    ImmutableArray<ScheduleHost> Hosts,
    bool MayChange);
