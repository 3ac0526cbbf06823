using StretchChallenge.Storage.DataMigration;

namespace StretchChallenge.Storage.Tests.DataMigration;

/// <summary>Keeps what a move reports.</summary>
internal sealed class Reports : IProgress<MoveProgress>
{
    private readonly List<MoveProgress> _all = [];

    /// <summary>The tables that are done, with their rows.</summary>
    public IReadOnlyDictionary<string, long> Done => _all.Where(report => report.IsDone).ToDictionary(report => report.Table, report => report.Rows);

    /// <summary>What each report is met with.</summary>
    public Action<MoveProgress> React { get; init; } = _ => { };

    public void Report(MoveProgress value)
    {
        _all.Add(value);
        React(value);
    }
}
