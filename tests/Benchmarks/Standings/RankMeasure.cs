using System.Diagnostics;
using StretchChallenge.Testing.Reports;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Benchmarks.Standings;

/// <summary>A board with a million people on it: the time of a new score with the rank it gives, and the memory.</summary>
internal sealed class RankMeasure : IMeasure
{
    private const int People = 1_000_000;
    private const int Rounds = 7;
    private const int UpdatesInRound = 500_000;
    private const double MostMicroseconds = 2;
    private const double MostBytes = 32;

    private readonly Random _random = new(7);

    // Keeps the compiler from leaving the ranks out.
    private long _ranks;

    /// <inheritdoc />
    public string Name => "ranks";

    /// <inheritdoc />
    public string Title => $"Standings of {People:N0} people, medians of {Rounds} rounds of {UpdatesInRound:N0}";

    /// <inheritdoc />
    public Task<IReadOnlyList<Figure>> RunAsync() => Task.FromResult<IReadOnlyList<Figure>>(
    [
        .. Measure("consistency", BoardKind.PersonConsistency, ConsistencyScore),
        .. Measure("streak", BoardKind.PersonStreak, StreakScore),
    ]);

    private Figure[] Measure(string board, BoardKind kind, Func<BoardScore?> next)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = Fill(kind, next);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Update(index, next)).ToArray();
        if (index.Count != People || _ranks < Rounds * UpdatesInRound)
        {
            throw new InvalidOperationException("The board lost people or ranks.");
        }

        return
        [
            Figure.AtMost($"{board}: update and rank, µs", Median.Of(rounds, span => span.TotalMicroseconds / UpdatesInRound), MostMicroseconds, "0.00"),
            Figure.AtMost($"{board}: bytes a person", (double)bytes / People, MostBytes, "0.0"),
        ];
    }

    private static RankIndex Fill(BoardKind kind, Func<BoardScore?> next)
    {
        var index = new RankIndex(ScoreEncoding.Of(kind), Comparer<int>.Default);
        for (var person = 0; person < People; person++)
        {
            index.Set(person, next(), IsListed(person));
        }

        return index;
    }

    private TimeSpan Update(RankIndex index, Func<BoardScore?> next)
    {
        var started = Stopwatch.GetTimestamp();
        for (var update = 0; update < UpdatesInRound; update++)
        {
            var person = _random.Next(People);
            index.Set(person, next(), IsListed(person));
            _ranks += index.RankOf(person)!.Value;
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static bool IsListed(int person) => person % 2 == 0;

    private BoardScore? StreakScore()
    {
        var best = _random.Next(ChallengeCalendar.LengthInDays + 1);
        return BoardScore.PersonStreak(_random.Next(best + 1), best);
    }

    private BoardScore? ConsistencyScore()
    {
        var due = _random.Next(BoardScore.MinSettledDays, ChallengeCalendar.LengthInDays + 1);
        var done = _random.Next(due + 1);
        return BoardScore.PersonConsistency(100 * done / due, _random.Next(done + 1), due, leaveDays: 0);
    }
}
