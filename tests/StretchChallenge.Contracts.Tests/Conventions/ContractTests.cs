using System.Reflection;
using Orleans.Concurrency;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>
/// What Orleans' analyzers (ORLEANS0001 to 0014, errors by .editorconfig) do not check of interfaces and messages.
/// </summary>
public sealed class ContractTests
{
    [Fact]
    public void Interfaces_HaveOneKind()
    {
        Type[] kinds = [typeof(IGrainWithStringKey), typeof(IGrainWithGuidKey), typeof(IGrainObserver)];

        Assert.NotEmpty(Contract.Interfaces);
        Assert.All(Contract.Interfaces, type => Assert.Single(kinds, kind => kind.IsAssignableFrom(type)));
    }

    [Fact]
    public void Methods_EndInAsync()
    {
        Assert.All(Contract.Interfaces.SelectMany(type => type.GetMethods()), method => Assert.EndsWith("Async", method.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void CancellationTokens_AreLastAndOptional_AndReadsTakeOne()
    {
        Assert.All(Contract.GrainMethods, method =>
        {
            var tokens = method.GetParameters().Where(parameter => parameter.ParameterType == typeof(CancellationToken)).ToList();
            Assert.True(tokens.Count == 1 || !method.IsDefined(typeof(ReadOnlyAttribute)), $"{method.DeclaringType}.{method.Name}");
            Assert.All(tokens, token => Assert.True(token.IsOptional && token.Position == method.GetParameters().Length - 1));
        });
    }

    [Fact]
    public void ObserverMethods_AreOneWay()
    {
        // No grain waits for a server.
        var methods = Contract.Interfaces.Where(Contract.IsObserver).SelectMany(type => type.GetMethods());

        Assert.All(methods, method => Assert.True(method.IsDefined(typeof(OneWayAttribute)) && method.ReturnType == typeof(Task), method.Name));
    }

    [Fact]
    public void Crossing_FindsWhatMessagesAreMadeOf()
    {
        Type[] some =
        [
            typeof(Outcome<CheckInAnswer>), typeof(CheckInAnswer), typeof(ChallengeStreak), typeof(Refusal), typeof(RefusalKind),
            typeof(StandingsBatch), typeof(StandingsChange), typeof(OwnRow), typeof(BoardRow), typeof(BoardKind), typeof(IStandingsObserver), typeof(long),
        ];

        Assert.Empty(some.Except(Contract.Crossing));
    }

    [Fact]
    public void Messages_AreSealedImmutableRecords()
    {
        // [Immutable] messages are handed over within a silo without a copy, so nothing may be able to change them.
        Assert.All(Contract.Messages, type =>
        {
            Assert.True(type is { IsSealed: true, IsVisible: true, IsClass: true } && type.GetMethod("<Clone>$") is not null, $"{type} is no public sealed record.");
            Assert.Equal(typeof(object), type.BaseType);
            Assert.True(type.IsDefined(typeof(GenerateSerializerAttribute)), $"{type} has no [GenerateSerializer].");
            Assert.True(type.IsDefined(typeof(ImmutableAttribute)), $"{type} has no [Immutable].");
            Assert.All(Contract.StoredProperties(type), property => Assert.True(Contract.IsInitOnly(property), $"{type}.{property.Name} can be set."));
        });
    }

    [Fact]
    public void Aliases_AreUniqueInTheAssembly()
    {
        // Orleans' own analyzer compares the aliases within one type only.
        var aliases = Contract.Assembly.GetTypes().Select(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias).OfType<string>();

        Assert.Empty(aliases.GroupBy(alias => alias, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void DomainTypes_DoNotCross_ExceptEnums()
    {
        Assert.DoesNotContain(Contract.Crossing, type => type.Assembly == typeof(UserId).Assembly && !type.IsEnum);
    }

    [Fact]
    public void Enums_ThatCross_StartAtZeroWithoutGaps()
    {
        // An enum travels as its number: a new case goes last.
        Assert.All(Contract.Crossing.Where(type => type.IsEnum), type => Assert.Equal(
            Enumerable.Range(0, Enum.GetValues(type).Length), Enum.GetValues(type).Cast<object>().Select(Convert.ToInt32)));
    }
}
