using Orleans;

namespace StretchChallenge.Benchmarks.Calls;

/// <summary>Counts its calls: the least that a grain can do and still be checked.</summary>
[Alias("Benchmarks.ICounterGrain")]
public interface ICounterGrain : IGrainWithStringKey
{
    /// <summary>Counts one more, and answers the count.</summary>
    [Alias("Add")]
    Task<int> AddAsync();
}
