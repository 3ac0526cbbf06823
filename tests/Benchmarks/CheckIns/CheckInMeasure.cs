using System.Globalization;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>Acknowledged, durable check-ins through the grains, beside bare loops that write the same rows.</summary>
internal sealed class CheckInMeasure : IMeasure
{
    private const int Rounds = 7;
    private const int OneByOneInRound = 1000;
    private const double LeastOfGrouped = 0.5;

    private readonly Func<Task<PostgreSqlServer?>> _startServer;
    private readonly Func<string, Task<IBareLoop>> _openLoop;
    private readonly double _leastOfOneByOne;
    private readonly string _store;

    private CheckInMeasure(
        string store, double leastOfOneByOne, Func<Task<PostgreSqlServer?>> startServer, Func<string, Task<IBareLoop>> openLoop)
    {
        _store = store;
        _leastOfOneByOne = leastOfOneByOne;
        _startServer = startServer;
        _openLoop = openLoop;
    }

    /// <summary>On a file.</summary>
    public static CheckInMeasure OnSqlite { get; } =
        new("SQLite", 2, () => Task.FromResult<PostgreSqlServer?>(null), SqliteBareLoop.OpenAsync);

    /// <summary>On a server of its own.</summary>
    public static CheckInMeasure OnPostgreSql { get; } =
        new("PostgreSQL", 8, async () => await PostgreSqlServer.StartAsync(), PostgreSqlBareLoop.OpenAsync);

    /// <inheritdoc />
    public string Name => _store.ToLowerInvariant();

    /// <inheritdoc />
    public string Title => string.Create(
        CultureInfo.InvariantCulture,
        $"Check-ins on {_store}, {GrainSide.Callers} callers, {Company.Size:N0} people in teams of {Company.TeamSize}, medians of {Rounds} rounds of {Company.Size:N0}");

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var server = await _startServer();
        await using var database = await TestDatabase.CreateAsync(server);
        var company = new Company();
        await using var grains = await GrainSide.StartAsync(database, company);
        await using var loop = await _openLoop(database.ConnectionString);

        var asleep = GC.GetTotalMemory(forceFullCollection: true);
        var empty = await loop.MeasureAsync();
        var cold = await Rate.OfAsync(Company.Size, grains.CheckInAllAsync);
        await grains.SettleAsync();
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - asleep) / 1024.0 / Company.Size;
        var disk = (await loop.MeasureAsync() - empty) / (double)Company.Size;
        var rounds = new List<Round>();
        for (var round = 0; round <= Rounds; round++)
        {
            rounds.Add(await RunRoundAsync(grains, loop, company, round));
        }

        await grains.CheckAsync();
        return
        [
            .. Report(rounds[1..]),
            Figure.Of("check-ins/s of the first day, with every activation", cold, "N0"),
            Figure.Of("memory of a person awake, with a share of team and boards, KB", memory, "0.0"),
            Figure.Of("size of a check-in in the database, with its indexes, bytes", disk, "N0"),
        ];
    }

    private static async Task<Round> RunRoundAsync(GrainSide grains, IBareLoop loop, Company company, int round)
    {
        await grains.SleepAsync();
        grains.TakeGroupSize();
        var throughGrains = await Rate.OfAsync(Company.Size, grains.CheckInAllAsync);
        var groupSize = grains.TakeGroupSize();

        var day = new DateOnly(2025, 1, 1).AddDays(2 * round);
        var grouped = await RateOfAsync(loop, CheckInRows.Of(company.Strangers, day), (int)Math.Round(groupSize));
        var oneByOne = await RateOfAsync(loop, CheckInRows.Of(company.Strangers.Take(OneByOneInRound), day.AddDays(1)), 1);
        return new Round(throughGrains, groupSize, grouped, oneByOne);
    }

    private static Task<double> RateOfAsync(IBareLoop loop, IReadOnlyCollection<CheckInEntry> rows, int groupSize) =>
        Rate.OfAsync(rows.Count, async () =>
        {
            foreach (var group in rows.Chunk(groupSize))
            {
                await loop.InsertAsync(group);
            }
        });

    private IEnumerable<Figure> Report(IReadOnlyList<Round> rounds) =>
    [
        Figure.Of("check-ins/s through the grains", Median.Of(rounds, round => round.Grains), "N0"),
        Figure.Of("mean check-ins in one of their transactions", Median.Of(rounds, round => round.GroupSize), "N1"),
        Figure.Of("(a) check-ins/s, bare loop, as many in each transaction", Median.Of(rounds, round => round.Grouped), "N0"),
        Figure.Of("(b) check-ins/s, bare loop, one in each transaction", Median.Of(rounds, round => round.OneByOne), "N0"),
        Figure.AtLeast("grains / (a)", Median.Of(rounds, round => round.ToGrouped), LeastOfGrouped, "0.00"),
        Figure.AtLeast("grains / (b)", Median.Of(rounds, round => round.ToOneByOne), _leastOfOneByOne, "0.00"),
    ];
}

/// <summary>The variants beside each other, within a few seconds. Rates are check-ins a second.</summary>
/// <param name="Grains">Through the grains.</param>
/// <param name="GroupSize">The mean number of check-ins that the grains had in a transaction.</param>
/// <param name="Grouped">A bare loop with so many in each transaction.</param>
/// <param name="OneByOne">A bare loop with one in each transaction.</param>
internal readonly record struct Round(double Grains, double GroupSize, double Grouped, double OneByOne)
{
    /// <summary>How much of the bare loop's rate is left.</summary>
    public double ToGrouped => Grains / Grouped;

    /// <summary>What group commit gains.</summary>
    public double ToOneByOne => Grains / OneByOne;
}
