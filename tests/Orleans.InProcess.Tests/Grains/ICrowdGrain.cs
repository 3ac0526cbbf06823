namespace Orleans.InProcess.Tests;

/// <summary>A reentrant grain that notices when two of its turns run at the same moment.</summary>
[Alias("tests.crowd")]
public interface ICrowdGrain : IGrainWithStringKey
{
    /// <summary>Passes the gate <c>jostle</c> and takes steps, with an await after each.</summary>
    [Alias("jostle")]
    Task JostleAsync(int steps);

    /// <summary>What was noticed.</summary>
    [Alias("report")]
    Task<CrowdReport> ReportAsync();
}
