using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>The rows that the grains write for a check-in, ready made for the bare loops.</summary>
internal static class CheckInRows
{
    // As long as the answer of somebody who is in one challenge.
    private const string Answer =
        """{"Date":"2026-03-23","Credited":true,"Kind":0,"Streaks":[{"ChallengeId":"0123456789abcdef0123456789abcdef","Current":22,"Best":22,"Freezes":2}]}""";

    /// <summary>The hash of a request.</summary>
    public static string Fingerprint { get; } = new('A', 64);

    /// <summary>One check-in on a date for each person.</summary>
    public static ImmutableArray<CheckInEntry> Of(IEnumerable<UserId> people, DateOnly date)
    {
        var now = new DateTimeOffset(date, new TimeOnly(7, 0), TimeSpan.Zero);
        return [.. people.Select(person => Of(person, date, now))];
    }

    private static CheckInEntry Of(UserId person, DateOnly date, DateTimeOffset now) => new(
        person,
        new CommandRecord(Guid.NewGuid().ToString(), Fingerprint, Answer, now),
        new CreditRecord(date, CreditKind.Guided, now),
        new CompletionRecord(Guid.CreateVersion7(now).ToString("N"), date, "workplace", "desk", 300, null, now));
}
