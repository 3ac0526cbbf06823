using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>The rules of shape see what they are there for.</summary>
public sealed partial class ShapeRuleTests
{
    [Theory]
    [InlineData(typeof(int[]), "no plain value")]
    [InlineData(typeof(List<string>), "no plain value")]
    [InlineData(typeof(IReadOnlyList<string>), "no plain value")]
    [InlineData(typeof(object), "no plain value")]
    [InlineData(typeof(DateTime), "no plain value")]
    [InlineData(typeof(PlainClass), "no plain value")]
    [InlineData(typeof(Dictionary<string, int>), "no plain value")]
    [InlineData(typeof(ImmutableArray<int>.Builder), "no plain value")]
    [InlineData(typeof(IImmutableList<int>), "no plain value")]
    [InlineData(typeof(InvalidOperationException), "no plain value")]
    [InlineData(typeof(Naked), "no [GenerateSerializer]")]
    [InlineData(typeof(Naked), "no [Immutable]")]
    [InlineData(typeof(Naked), "no [Alias]")]
    [InlineData(typeof(Naked), "not sealed")]
    [InlineData(typeof(Heir), "derives from Naked")]
    [InlineData(typeof(Hidden), "is not public")]
    [InlineData(typeof(Either<>), "an [Alias] without `1")]
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
    [InlineData("no [Alias]:")]
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
    [InlineData("MakeAsync, which is static")]
    [InlineData("TwiceAsync with a body")]
    [InlineData("answers the one-way TellAsync")]
    [InlineData("passes to SumAsync what lives on the caller's stack")]
    [InlineData("inherits from IHasty")]
    [InlineData("is not exactly one of")]
    [InlineData("is not public")]
    [InlineData("is generic: write an interface")]
    public void Interface_OfAWrongShape_IsNoticed(string complaint)
    {
        Type[] wrong = [typeof(ICareless), typeof(IHasty), typeof(IHeir), typeof(IHidden), typeof(IEither<>)];

        Assert.Contains(wrong.SelectMany(InterfaceShape.Violations), violation => violation.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void Interface_OfTheRightShape_IsTaken()
    {
        Assert.Empty(InterfaceShape.Violations(typeof(ICareful)));
    }

    [Theory]
    [InlineData("CarelessGrain is open to be derived from")]
    [InlineData("CarelessGrain has an [Alias]")]
    [InlineData("CarelessGrain has [GenerateSerializer]")]
    [InlineData("CarelessGrain is reentrant")]
    [InlineData("CarelessGrain does not have one public constructor")]
    [InlineData("CarelessGrain answers 2 interfaces")]
    [InlineData("CarelessGrain is an observer too")]
    [InlineData("CarelessGrain says AlwaysInterleaveAttribute on CountAsync")]
    [InlineData("CarelessGrain has Forget, async without a task")]
    [InlineData("CarelessGrain keeps a reference in _friend")]
    [InlineData("CarelessGrain shares Seen between activations")]
    [InlineData("CarelessGrain shares s_last between activations")]
    [InlineData("GenericGrain`1[T] is generic")]
    public void Grain_OfAWrongShape_IsNoticed(string complaint)
    {
        Type[] wrong = [typeof(CarelessGrain), typeof(GenericGrain<>)];

        Assert.Contains(wrong.SelectMany(GrainShape.Violations), violation => violation.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void Grain_OfTheRightShape_IsTaken()
    {
        Assert.Empty(GrainShape.Violations(typeof(CarefulGrain)));
    }

    [Theory]
    [InlineData(typeof(CarefulGrain), "careful")]
    [InlineData(typeof(Naked), "naked")]
    public void GrainType_IsTheNameWithoutItsEnd(Type type, string name)
    {
        Assert.Equal(name, GrainShape.GrainType(type));
    }

    [Fact]
    public void Crossing_LooksIntoTasksNullablesCollectionsAndRecords()
    {
        Assert.Equal(
            new HashSet<Type> { typeof(ImmutableArray<Careful>), typeof(Careful), typeof(int), typeof(DayOfWeek), typeof(List<string>), typeof(string) },
            CrossingTypes.Of([typeof(IOpen)]));
    }
}
