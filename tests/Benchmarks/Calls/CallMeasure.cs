using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using StretchChallenge.Benchmarks.Hosting;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.Benchmarks.Calls;

/// <summary>Calls of grains that do next to nothing, each caller waiting for its answer: what the runtime itself costs.</summary>
internal sealed class CallMeasure : IMeasure
{
    private const int Callers = 8;
    private const int Grains = 1000;
    private const int Rounds = 9;
    private const int CallsOfCaller = 50_000;
    private const int CallsInRound = Callers * CallsOfCaller;
    private const double FewestCalls = 300_000;

    /// <inheritdoc />
    public string Name => "calls";

    /// <inheritdoc />
    public string Title =>
        $"Grain calls, {Callers} callers over {Grains:N0} grains, {Rounds} rounds of {CallsInRound:N0}";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddGrains();
        using var host = builder.Build();
        await host.StartAsync();
        var factory = host.Services.GetRequiredService<IGrainFactory>();
        ICounterGrain[] grains = [.. Enumerable.Range(0, Grains).Select(number => factory.GetGrain<ICounterGrain>($"{number}"))];

        await CallAllAsync(grains);
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            rates.Add(await Rate.OfAsync(CallsInRound, () => CallAllAsync(grains)));
        }

        await CheckAsync(grains);
        await host.StopAsync();
        return
        [
            Figure.AtLeast("calls/s, median", Median.Of(rates, rate => rate), FewestCalls, "N0"),
            Figure.Of("calls/s, best round", rates.Max(), "N0"),
            Figure.Of("calls/s, worst round", rates.Min(), "N0"),
        ];
    }

    private static Task CallAllAsync(ICounterGrain[] grains) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(grains, caller))));

    // Callers start at different grains, and step so that they meet at all of them.
    private static async Task CallAsync(ICounterGrain[] grains, int caller)
    {
        const int Step = 7;
        for (var call = 0; call < CallsOfCaller; call++)
        {
            await grains[((call * Step) + caller) % Grains].AddAsync();
        }
    }

    private static async Task CheckAsync(ICounterGrain[] grains)
    {
        var counts = await Task.WhenAll(grains.Select(grain => grain.AddAsync()));
        if (counts.Sum() != (CallsInRound * (Rounds + 1)) + Grains)
        {
            throw new InvalidOperationException("Calls were lost or doubled.");
        }
    }
}
