using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Server.Safety;
using StretchChallenge.Server.SelfTests;
using StretchChallenge.Storage.PersonalData;

namespace StretchChallenge.Server.Accounts.Export;

/// <summary>Everything that is stored about a person, as <c>data.json</c> of their export. It contains nobody else's data.</summary>
/// <param name="ExportedAt">When it was put together.</param>
/// <param name="Account">The account.</param>
/// <param name="TimeZones">The time zones since the registration.</param>
/// <param name="WorkPatterns">The own work patterns.</param>
/// <param name="TimeOff">The time off.</param>
/// <param name="Challenges">Every challenge that the person ever joined.</param>
/// <param name="Days">The days with a credit.</param>
/// <param name="Records">Routines done, live breaks, devices, invitations, nudges, the calendar feed and the entries of audit logs.</param>
/// <param name="Safety">The answer to the safety question.</param>
/// <param name="SelfTests">The results of self-tests.</param>
/// <param name="UnreadableSelfTests">How many results the server cannot decrypt any more.</param>
public sealed record PersonalData(
    DateTimeOffset ExportedAt,
    PersonalAccount Account,
    ImmutableArray<PersonalTimeZone> TimeZones,
    ImmutableArray<PersonalWorkPattern> WorkPatterns,
    ImmutableArray<TimeOff> TimeOff,
    ImmutableArray<PersonalChallenge> Challenges,
    ImmutableArray<PersonalDay> Days,
    PersonalRecords Records,
    SafetyAnswer Safety,
    ImmutableArray<SelfTestResult> SelfTests,
    int UnreadableSelfTests);

/// <summary>The account of an export.</summary>
public sealed record PersonalAccount(
    string Id, string? Email, string DisplayName, bool ShowName, ImmutableArray<string> Roles, DateTimeOffset CreatedAt);

/// <summary>A time zone and from when it applies.</summary>
public sealed record PersonalTimeZone(DateTimeOffset From, string TimeZone);

/// <summary>A work pattern and from when it applies.</summary>
public sealed record PersonalWorkPattern(DateOnly From, ImmutableArray<string> WorkDays);

/// <summary>A day with a credit.</summary>
/// <param name="Date">The date of record.</param>
/// <param name="Kind">How it was done.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record PersonalDay(DateOnly Date, CreditKind Kind, DateTimeOffset RecordedAt);

/// <summary>A challenge that the person joined.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="StartsOn">Its first day.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="Role">The person's role.</param>
/// <param name="JoinedOn">When they joined.</param>
/// <param name="Away">The days between leaving and coming back; open where they did not.</param>
/// <param name="Teams">Their teams.</param>
/// <param name="Progress">Streak and days with their states, also of a challenge that they have left; null where it is deleted meanwhile.</param>
public sealed record PersonalChallenge(
    string Id,
    string Name,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string Role,
    DateOnly JoinedOn,
    ImmutableArray<PersonalAbsence> Away,
    ImmutableArray<PersonalTeam> Teams,
    Progress? Progress);

/// <summary>A time away from a challenge.</summary>
public sealed record PersonalAbsence(DateOnly From, DateOnly? To);

/// <summary>A team that the person was in.</summary>
public sealed record PersonalTeam(string Id, string Name, DateOnly From, DateOnly? To);
