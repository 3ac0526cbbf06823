using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Storage.Challenges;

/// <summary>A person in a challenge, kept after they left (rule 15).</summary>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="UserId">The person.</param>
/// <param name="Role">What the person may do there.</param>
/// <param name="JoinedOn">The day of the first joining, kept on coming back.</param>
/// <param name="Absences">The days away after leaving; <see cref="DateOnly.MaxValue" /> ends the one that goes on.</param>
public sealed record EnrolmentRecord(
    ChallengeId ChallengeId,
    UserId UserId,
    ChallengeRole Role,
    DateOnly JoinedOn,
    ImmutableArray<DateRange> Absences);
