using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;

namespace StretchChallenge.Grains.Tests.World;

/// <summary>Somebody who works here, and what they do.</summary>
internal sealed class Colleague(Workplace work, string id)
{
    private const int FiveMinutes = 300;

    public string Id => id;

    public IUserGrain Grain => work.Grains.GetGrain<IUserGrain>(id);

    /// <summary>A routine of five minutes that begins now.</summary>
    public GuidedCheckIn StartRun(string? commandId = null)
    {
        var run = Guid.NewGuid().ToString("N");
        return new GuidedCheckIn(commandId ?? Guid.NewGuid().ToString("N"), $"run:{run}", run, "workplace", "desk", work.Now, FiveMinutes, 0);
    }

    /// <summary>A routine of five minutes that ends now.</summary>
    public GuidedCheckIn FinishedRun(string? commandId = null) =>
        StartRun(commandId) with { StartedAt = work.Now - TimeSpan.FromSeconds(FiveMinutes) };

    /// <summary>Sends a run, whatever comes of it.</summary>
    public Task<Outcome<CheckInAnswer>> SendAsync(GuidedCheckIn run) => Grain.CheckInAsync(run);

    /// <summary>Does a routine now.</summary>
    public async Task<CheckInAnswer> CheckInAsync() => (await SendAsync(FinishedRun())).Answer();

    /// <summary>Does a routine without planned time, which can be done again at once.</summary>
    public async Task<CheckInAnswer> CheckInAtOnceAsync() =>
        (await SendAsync(StartRun() with { PlannedSeconds = 0 })).Answer();

    public Task<Outcome<CheckInAnswer>> ReportAsync(DateOnly date, string? commandId = null) =>
        Grain.ReportAsync(new SelfReport(commandId ?? Guid.NewGuid().ToString("N"), $"report:{date}", date));

    public Task<Refusal?> UndoAsync(DateOnly date) => Grain.UndoAsync(date);

    public Task<Outcome<TimeOffAdded>> TakeOffAsync(DateOnly from, DateOnly to) => Grain.AddTimeOffAsync(from, to);

    public Task<Outcome<PersonSettings>> MoveToAsync(string zone) => Grain.ChangeSettingsAsync(new PersonSettingsChange(zone, null));

    public Task<Outcome<PersonSettings>> WorkOnAsync(params string[] days) =>
        Grain.ChangeSettingsAsync(new PersonSettingsChange(null, [.. days]));

    public async Task<PersonSettings> SettingsAsync() => (await Grain.GetSettingsAsync()).Answer();

    public Task<Outcome<ChallengeView>> TryJoinAsync(TestChallenge challenge, string? team = null) =>
        challenge.Grain.JoinAsync(new JoinChallenge(id, challenge.Code, team));

    public async Task<ChallengeView> JoinAsync(TestChallenge challenge, TestTeam? team = null) =>
        (await TryJoinAsync(challenge, team?.Id)).Answer();

    public Task<Refusal?> LeaveAsync(TestChallenge challenge) => challenge.Grain.LeaveAsync(id);

    public Task<Refusal?> AppointAsync(TestChallenge challenge, Colleague member, ChallengeRole role, string? team = null) =>
        challenge.Grain.SetMemberAsync(new SetMember(id, member.Id, role, team));

    public async Task<Today> TodayAsync(DateOnly? date = null) => (await Grain.GetTodayAsync(date)).Answer();

    /// <summary>Today in a challenge that the person is in.</summary>
    public async Task<TodayInChallenge> TodayInAsync(TestChallenge challenge)
    {
        var today = await TodayAsync();
        return today.Challenges.Single(one => one.ChallengeId == challenge.Id);
    }

    public async Task<Progress> ProgressAsync(TestChallenge challenge) => (await Grain.GetProgressAsync(challenge.Id)).Answer();
}
