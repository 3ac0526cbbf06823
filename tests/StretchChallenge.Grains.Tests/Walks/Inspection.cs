using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Walks;

/// <summary>Holds every view of the grains against what is reckoned from the database.</summary>
internal static class Inspection
{
    public static async Task OfEverythingAsync(Workplace work)
    {
        foreach (var challenge in work.Challenges)
        {
            var truth = await ExpectedState.OfAsync(work, challenge);
            foreach (var team in truth.Teams)
            {
                Assert.Equal(truth.SnapshotOf(team), await challenge.TeamGrain(team.Value).GetSnapshotAsync());
            }

            foreach (var person in work.People)
            {
                await InspectAsync(truth, challenge, person);
            }
        }
    }

    private static async Task InspectAsync(ExpectedState truth, TestChallenge challenge, Colleague person)
    {
        foreach (var board in BoardKinds.All)
        {
            var shown = await challenge.BoardAsync(board, person);
            Assert.Equal(truth.RowsOf(board).AsEnumerable(), shown.Rows.AsEnumerable());
            Assert.Equal(truth.TotalOf(board), shown.Total);
            Assert.Equal(truth.OwnOf(board, person.Id), shown.Own);
        }

        if (!truth.IsIn(person.Id))
        {
            (await person.Grain.GetProgressAsync(challenge.Id)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
            (await challenge.Grain.GetAsync(person.Id)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
            return;
        }

        var streak = truth.StreakOf(person.Id);
        var progress = await person.ProgressAsync(challenge);
        Assert.Equal((streak.Current, streak.Best, streak.Freezes), (progress.Streak, progress.Best, progress.Freezes));
        Assert.Equal((streak.Due, streak.DoneDue), (progress.Ring.Due, progress.Ring.Done));
        Assert.Equal(
            streak.Days.Select(day => (day.Date, day.State)),
            progress.Weeks.SelectMany(week => week.Days).Select(day => (day.Date, day.State)));
        var today = await person.TodayInAsync(challenge);
        Assert.Equal((streak.Today, streak.Reportable, streak.SafeUntil), (today.Today, today.Reportable, today.SafeUntil));
        Assert.Equal(truth.TeamOf(person.Id)?.Value, (await challenge.ViewAsync(person)).OwnTeam);
    }
}
