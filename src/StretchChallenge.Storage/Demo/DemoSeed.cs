using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Demo;

/// <summary>A whole demo challenge.</summary>
/// <param name="Challenge">The challenge, marked as demo.</param>
/// <param name="Teams">Its teams.</param>
/// <param name="People">Its simulated colleagues.</param>
/// <param name="Enrolments">One for each of them.</param>
/// <param name="Memberships">Their team intervals.</param>
/// <param name="Credits">The days they have done.</param>
public sealed record DemoSeed(
    ChallengeRecord Challenge,
    ImmutableArray<TeamRecord> Teams,
    ImmutableArray<AccountRecord> People,
    ImmutableArray<EnrolmentRecord> Enrolments,
    ImmutableArray<MembershipRecord> Memberships,
    ImmutableDictionary<UserId, ImmutableArray<CreditRecord>> Credits);
