namespace StretchChallenge.Testing.Reports;

/// <summary>Something that can be measured in a bounded time.</summary>
public interface IMeasure
{
    /// <summary>What it is asked for by on the command line.</summary>
    string Name { get; }

    /// <summary>What is measured, for the reader.</summary>
    string Title { get; }

    /// <summary>Measures, and answers the figures in the order to print them.</summary>
    Task<IReadOnlyList<Figure>> RunAsync();
}
