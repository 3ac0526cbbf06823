using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <summary>The pages Today and Progress.</summary>
internal sealed partial class UserGrain
{
    private const int RecentDays = 14;
    private const int MaxDaysFromToday = 366;

    /// <inheritdoc />
    public async Task<Outcome<Today>> GetTodayAsync(DateOnly? date, CancellationToken cancellationToken)
    {
        if (await FollowAsync(cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        var now = time.GetUtcNow();
        var today = person.Zone.DateAt(now);
        var day = date ?? today;
        if (Math.Abs(day.DayNumber - today.DayNumber) > MaxDaysFromToday)
        {
            return DayRefusals.ImpossibleDate;
        }

        var inChallenges = new List<TodayInChallenge>();
        foreach (var participation in person.Present)
        {
            inChallenges.Add(await TodayInAsync(person, participation, day, now, cancellationToken));
        }

        var programme = ProgrammeDay.On(day, person.Going.Select(participation => participation.Calendar.Challenge));
        return new Today(
            day,
            person.Zone.ZoneAt(now).Id,
            person.Ledger.Done.Contains(day),
            programme.Week,
            programme.LineUp,
            [.. inChallenges]);
    }

    /// <inheritdoc />
    public async Task<Outcome<Progress>> GetProgressAsync(string challengeId, CancellationToken cancellationToken)
    {
        return await FollowAsync(cancellationToken) is { } person && person.In(challengeId) is { } participation
            ? await ProgressOfAsync(person, participation, cancellationToken)
            : ChallengeRefusals.UnknownChallenge;
    }

    /// <inheritdoc />
    public async Task<Outcome<Progress>> GetEarlierProgressAsync(string challengeId, CancellationToken cancellationToken)
    {
        return await FollowAsync(cancellationToken) is { } person
            && person.Participations.FirstOrDefault(one => one.Challenge.Id.Value == challengeId) is { } participation
                ? await ProgressOfAsync(person, participation, cancellationToken)
                : ChallengeRefusals.UnknownChallenge;
    }

    private async Task<Progress> ProgressOfAsync(Person person, Participation participation, CancellationToken cancellationToken)
    {
        if (person.Record.ResultIn(participation.Challenge.Id) is { } result)
        {
            return ProgressOf(result, participation);
        }

        var schedule = participation.Calendar.Challenge;
        var together = await people.CountSessionsAsync(Id, schedule.Start, schedule.End, cancellationToken);
        var seconds = await people.SumSecondsAsync(Id, schedule.Start, schedule.End, cancellationToken);
        var now = participation.Challenge.AsOf(time.GetUtcNow());
        var streak = StreakFold.Fold(participation.Calendar, participation.Ledger, now);
        return new Progress(
            participation.Challenge.Id.Value,
            streak.Current,
            streak.Best,
            streak.Freezes,
            together,
            new ProgressRing(streak.Due, streak.DoneDue),
            [.. WeeklyProgress.Of(streak).Select(WeekOf)],
            participation.Enrolment.JoinedOn)
        {
            Reasons = ReasonsOf(StreakExplanation.Of(participation.Calendar, participation.Ledger, now)),
            Minutes = (int)(seconds / 60),
            Corrections =
            [
                .. person.Record.Corrections.Where(day => day.ChallengeId == participation.Challenge.Id)
                    .Select(day => new CorrectedDay(day.Date, day.Done, day.Reason)),
            ],
        };
    }

    private static Progress ProgressOf(PersonResult result, Participation participation) => new(
        result.ChallengeId.Value,
        result.Streak,
        result.Best,
        result.Freezes,
        result.Together,
        new ProgressRing(result.Due, result.Done),
        [],
        participation.Enrolment.JoinedOn)
    {
        Minutes = result.Minutes,
    };

    private async Task<TodayInChallenge> TodayInAsync(
        Person person, Participation participation, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var challenge = participation.Challenge;
        var streak = StreakFold.Fold(participation.Calendar, participation.Ledger, challenge.AsOf(now));
        var totals = person.Record.ResultIn(challenge.Id)?.Totals ?? streak.Totals;
        var isGoing = challenge.CancelledAt is null;
        return new TodayInChallenge(
            challenge.Id.Value,
            challenge.Name,
            await StateOfAsync(participation, cancellationToken),
            ChallengeSchedule.WeekOf(participation.Calendar.Challenge, day),
            streak.Today,
            totals.Current,
            totals.Best,
            totals.Freezes,
            isGoing ? streak.SafeUntil : null,
            // What an organiser corrected is not reported by the person.
            isGoing && !person.Record.CorrectionsIn(challenge.Id).Any(day => day.Date == streak.Reportable) ? streak.Reportable : null,
            [
                .. streak.Days
                    .Where(entry => entry.Date <= day && entry.Date > day.AddDays(-RecentDays))
                    .Select(entry => new Day(entry.Date, entry.State)),
            ],
            await TeamAsync(person, participation, challenge.AsOf(now), cancellationToken),
            participation.Enrolment.JoinedOn,
            challenge.ZoneId);
    }

    private async Task<TodayInTeam?> TeamAsync(
        Person person, Participation participation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var date = participation.Calendar.Zone.DateAt(now);
        return person.TeamOn(participation.Challenge.Id, date) is { } id
            && await GrainFactory.GetGrain<ITeamGrain>(id.Value).GetSnapshotAsync(cancellationToken) is { } team
                ? new TodayInTeam(team.TeamId, team.Name, team.Streak, team.Today)
                : null;
    }

    private static StreakReasons ReasonsOf(StreakExplanation explanation) => new(
        explanation.LastRun is { } run
            ? new BrokenRun(run.From, run.MissedOn, run.Length, run.Frozen, run.ReportableUntil, run.ReportUsedFor)
            : null,
        explanation.Frozen,
        explanation.DaysToNextFreeze,
        [.. explanation.Open.Select(day => new DayStillOpen(day.Date, day.Until, day.ByReport))]);

    private static ProgressWeek WeekOf(WeeklyProgress week) => new(
        week.Week,
        week.From,
        week.Block,
        week.HoldSeconds,
        week.Due,
        week.Done,
        week.Frozen,
        week.Pending,
        week.Missed,
        week.Off,
        [.. week.Days.Select(day => new Day(day.Date, day.State))]);
}
