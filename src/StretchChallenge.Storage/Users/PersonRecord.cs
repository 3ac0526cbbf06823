using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Storage.Users;

/// <summary>All that the ledger holds of one person, as of one moment: enough to derive every streak (rule 8).</summary>
/// <param name="Id">The person's account.</param>
/// <param name="DisplayName">The name shown where the person opted in.</param>
/// <param name="ShowName">Whether boards list the person by name (rule 21).</param>
/// <param name="ZoneId">The IANA zone given at registration.</param>
/// <param name="ZoneChanges">Later zones, in the order in which they were chosen (rule 3).</param>
/// <param name="WorkPatterns">Own work patterns, in the order in which they were chosen (rule 10).</param>
/// <param name="TimeOff">Time off, by first day (rule 6).</param>
/// <param name="Credits">The days done, by date; one for each date (rule 1).</param>
/// <param name="Enrolments">Every challenge the person ever joined.</param>
/// <param name="Memberships">Every team interval, by challenge, in the order in which they were saved (rule 15).</param>
public sealed record PersonRecord(
    UserId Id,
    string DisplayName,
    bool ShowName,
    string ZoneId,
    ImmutableArray<ZoneChange> ZoneChanges,
    ImmutableArray<WorkPatternChange> WorkPatterns,
    ImmutableArray<TimeOffRecord> TimeOff,
    ImmutableArray<CreditRecord> Credits,
    ImmutableArray<EnrolmentRecord> Enrolments,
    ImmutableArray<MembershipRecord> Memberships);
