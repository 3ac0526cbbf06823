using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <content>Shapes that break the rules, and some that keep them.</content>
public sealed partial class ShapeRuleTests
{
#pragma warning disable CA1045, CA1068, CA1822, CA1823, CA1852, CS0169, CS0414, CS0649, IDE0051 // Wrong on purpose.
    public sealed class PlainClass;

    public record Naked(int Number);

    [GenerateSerializer, Immutable, Alias("Heir")]
    public sealed record Heir(int Number, string Name) : Naked(Number);

    [GenerateSerializer, Immutable, Alias("Hidden")]
    private sealed record Hidden(int Number);

    [GenerateSerializer, Immutable, Alias("Either")]
    public sealed record Either<T>(T Value);

    [GenerateSerializer, Immutable, Alias("Careless")]
    public sealed record Careless(int Number)
    {
        private readonly int _hidden = Environment.ProcessId;

        [Id(1)]
        public int First { get; init; }

        [Id(1)]
        public int Second { get; init; }

        [Id(2)]
        public int Settable { get; set; }

        [Id(3)]
        public int Sum => First + Second + _hidden;

        public int WithoutId { get; init; }
    }

    [GenerateSerializer, Immutable, Alias("Careful")]
    public sealed record Careful(int Number, DayOfWeek? Day)
    {
        [Id(0)]
        public List<string>? Names { get; init; }

        public int Twice => Number * 2;
    }

    public interface IOpen
    {
        Task<ImmutableArray<Careful>?> AnswerAsync();

        ValueTask<int> CountAsync();
    }

    public interface ICareless
    {
        event EventHandler Changed;

        int Count { get; }

        Task<int> CountAsync();

        void Wait();

        [Alias("Swap")]
        Task SwapAsync(ref int one);

        [Alias("Swap")]
        Task<T> SwapAsync<T>(T one);
    }

    public interface IHasty
    {
        Task StopAsync(CancellationToken first, CancellationToken second);

        Task RestAsync(CancellationToken token, int last);

        static Task MakeAsync() => Task.CompletedTask;

        Task TwiceAsync() => Task.CompletedTask;

        [OneWay]
        Task<int> TellAsync();

        Task SumAsync(ReadOnlySpan<int> numbers);
    }

    public interface IHeir : IHasty, IGrainWithStringKey, IGrainObserver;

    private interface IHidden : IGrainWithStringKey;

    public interface IEither<T> : IGrainWithStringKey
    {
        Task PutAsync(T value);
    }

    [Alias("ICareful")]
    public interface ICareful : IGrainWithStringKey
    {
        [AlwaysInterleave, Alias("Get")]
        Task<Careful?> GetAsync(DateOnly date, CancellationToken token);

        [OneWay, Alias("Tell")]
        ValueTask TellAsync(ImmutableArray<string> names);
    }

    [Alias("IOther")]
    public interface IOther : IGrainWithStringKey;

    [Alias("CarelessGrain"), GenerateSerializer, Reentrant]
    private class CarelessGrain : Grain, ICareful, IOther, IGrainObserver
    {
        private static readonly List<string> Seen = [];
        private static int s_last;
        private readonly IOther? _friend;

        private CarelessGrain()
        {
        }

        public Task<Careful?> GetAsync(DateOnly date, CancellationToken token) => Task.FromResult<Careful?>(null);

        public ValueTask TellAsync(ImmutableArray<string> names) => ValueTask.CompletedTask;

        [AlwaysInterleave]
        public Task<int> CountAsync() => Task.FromResult(Seen.Count);

        public async void Forget() => await Task.Yield();
    }

    private sealed class GenericGrain<T>(T value) : Grain, IOther
    {
        public T Value => value;
    }

    private sealed class CarefulGrain(TimeProvider time) : Grain, ICareful
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
        private DateTimeOffset _until;

        public Task<Careful?> GetAsync(DateOnly date, CancellationToken token) => Task.FromResult<Careful?>(null);

        public async ValueTask TellAsync(ImmutableArray<string> names)
        {
            await Task.Yield();
            _until = time.GetUtcNow() + Patience;
        }

        public override string ToString() => _until.ToString("O");
    }
}
