using Orleans.Concurrency;
using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Contracts.Users;

/// <summary>
/// One person (key: user id): the only writer of their days, time off, zone and work pattern. Commands are
/// durable when they return.
/// </summary>
[Alias("IUserGrain")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <summary>The person's day in every challenge they are in, for <paramref name="date" />, or for today when it is null.</summary>
    [ReadOnly, Alias("GetToday")]
    Task<Outcome<Today>> GetTodayAsync(DateOnly? date, CancellationToken cancellationToken = default);

    /// <summary>The eight weeks of one challenge (rule 23); not found when the person is not in it.</summary>
    [ReadOnly, Alias("GetProgress")]
    Task<Outcome<Progress>> GetProgressAsync(string challengeId, CancellationToken cancellationToken = default);

    /// <summary>The same also of a challenge that the person has left, for their own export.</summary>
    [ReadOnly, Alias("GetEarlierProgress")]
    Task<Outcome<Progress>> GetEarlierProgressAsync(string challengeId, CancellationToken cancellationToken = default);

    /// <summary>The person's own settings.</summary>
    [ReadOnly, Alias("GetSettings")]
    Task<Outcome<PersonSettings>> GetSettingsAsync(CancellationToken cancellationToken = default);

    /// <summary>Completes a guided run (rule 11). A repeat of the command id gets the first answer again.</summary>
    [Repeatable, Alias("CheckIn")]
    Task<Outcome<CheckInAnswer>> CheckInAsync(GuidedCheckIn command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Credits a live break (rule 12) on the local date of its start, unless too much of the presence counted already (rule 11).
    /// Counts once for each session, even after an undo.
    /// </summary>
    [Repeatable, ResponseTimeout("00:00:10"), Alias("CreditLive")]
    Task<Outcome<CheckInAnswer>> CreditLiveAsync(LiveCheckIn command, CancellationToken cancellationToken = default);

    /// <summary>Reports the last missed due day (rule 5). A repeat of the command id gets the first answer again.</summary>
    [Repeatable, Alias("Report")]
    Task<Outcome<CheckInAnswer>> ReportAsync(SelfReport command, CancellationToken cancellationToken = default);

    /// <summary>Removes the credit of a date while rule 9 allows it.</summary>
    [Alias("Undo")]
    Task<Refusal?> UndoAsync(DateOnly date, CancellationToken cancellationToken = default);

    /// <summary>Enters time off (rule 6); returns the id of its last part, the one that can be taken back.</summary>
    [Alias("AddTimeOff")]
    Task<Outcome<TimeOffAdded>> AddTimeOffAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default);

    /// <summary>Removes the dates of time off from tomorrow on (rule 6).</summary>
    [Alias("RemoveTimeOff")]
    Task<Refusal?> RemoveTimeOffAsync(string timeOffId, CancellationToken cancellationToken = default);

    /// <summary>Changes the settings that are given: zone (rule 3), work pattern (rule 10).</summary>
    [Repeatable, Alias("ChangeSettings")]
    Task<Outcome<PersonSettings>> ChangeSettingsAsync(PersonSettingsChange change, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes the account with everything about the person; their teams keep the past days as counts. Refused to the only
    /// organiser of a challenge that others are in, and to the only administrator of a site that others use.
    /// </summary>
    [Alias("DeleteAccount")]
    Task<Refusal?> DeleteAccountAsync(CancellationToken cancellationToken = default);
}
