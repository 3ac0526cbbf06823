using System.Collections.Immutable;
using Orleans;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>The rules of shape see what they are there for.</summary>
public sealed class ShapeRuleTests
{
    [Theory]
    [InlineData(typeof(int[]), "no plain value")]
    [InlineData(typeof(List<string>), "no plain value")]
    [InlineData(typeof(IReadOnlyList<string>), "no plain value")]
    [InlineData(typeof(object), "no plain value")]
    [InlineData(typeof(DateTime), "no plain value")]
    [InlineData(typeof(PlainClass), "no plain value")]
    [InlineData(typeof(Naked), "no [GenerateSerializer]")]
    [InlineData(typeof(Naked), "no [Immutable]")]
    [InlineData(typeof(Naked), "no [Alias]")]
    [InlineData(typeof(Naked), "not sealed")]
    [InlineData(typeof(Careless), "needs an [Id] on WithoutId")]
    [InlineData(typeof(Careless), "[Id] of Second twice")]
    [InlineData(typeof(Careless), "lets Settable be set")]
    [InlineData(typeof(Careless), "computes Sum")]
    [InlineData(typeof(Careless), "fields of its own")]
    public void Message_OfAWrongShape_IsNoticed(Type type, string complaint)
    {
        Assert.Contains(MessageShape.Violations(type), violation => violation.Contains(complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(DayOfWeek))]
    [InlineData(typeof(ImmutableArray<int>))]
    [InlineData(typeof(Careful))]
    public void Message_OfTheRightShape_IsTaken(Type type)
    {
        Assert.Empty(MessageShape.Violations(type));
    }

    [Theory]
    [InlineData("no [Alias].")]
    [InlineData("has properties")]
    [InlineData("has events")]
    [InlineData("has an [Alias] twice")]
    [InlineData("no [Alias] on CountAsync")]
    [InlineData("Wait without Async")]
    [InlineData("answers Wait with no task")]
    [InlineData("passes by reference to SwapAsync")]
    [InlineData("two tokens in StopAsync")]
    [InlineData("token not last in RestAsync")]
    [InlineData("which is generic")]
    public void Interface_OfAWrongShape_IsNoticed(string complaint)
    {
        Assert.Contains(
            InterfaceShape.Violations(typeof(ICareless)).Concat(InterfaceShape.Violations(typeof(IHasty))),
            violation => violation.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void Crossing_LooksIntoTasksNullablesCollectionsAndRecords()
    {
        Assert.Equal(
            new HashSet<Type> { typeof(ImmutableArray<Careful>), typeof(Careful), typeof(int), typeof(DayOfWeek), typeof(List<string>), typeof(string) },
            CrossingTypes.Of([typeof(IOpen)]));
    }

#pragma warning disable CA1045, CA1068 // Wrong on purpose.
    public sealed class PlainClass;

    public record Naked(int Number);

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
    }
#pragma warning restore
}
