using System.Reflection;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>The default build knows nothing of Orleans' code generator; these say what it would say.</summary>
public sealed class ContractTests
{
    [Fact]
    public void Interfaces_AreThoseOfGrainsAndObservers()
    {
        Assert.Superset(
            new HashSet<Type> { typeof(IUserGrain), typeof(ITeamGrain), typeof(IChallengeGrain), typeof(IStandingsGrain), typeof(IStandingsObserver) },
            Contract.Interfaces.ToHashSet());
        Assert.All(Contract.Interfaces, type => Assert.True(
            typeof(IGrainObserver).IsAssignableFrom(type)
            || typeof(IGrainWithStringKey).IsAssignableFrom(type)
            || typeof(IGrainWithGuidKey).IsAssignableFrom(type)));
    }

    [Fact]
    public void Interfaces_HaveTheShapeThatTheCodeGeneratorTakes()
    {
        Assert.Empty(Contract.Interfaces.SelectMany(InterfaceShape.Violations));
    }

    [Fact]
    public void Crossing_FindsWhatMessagesAreMadeOf()
    {
        Assert.Superset(
            new HashSet<Type>
            {
                typeof(Outcome<CheckInAnswer>), typeof(CheckInAnswer), typeof(ChallengeStreak), typeof(Refusal), typeof(RefusalKind),
                typeof(StandingsNews), typeof(StandingsChange), typeof(OwnRow), typeof(BoardRow), typeof(BoardKind), typeof(IStandingsObserver), typeof(long),
            },
            Contract.Crossing.ToHashSet());
    }

    [Fact]
    public void Messages_HaveTheShapeThatTheSerializerTakes()
    {
        Assert.Empty(Contract.Crossing.SelectMany(MessageShape.Violations));
    }

    [Fact]
    public void Messages_NotYetInUse_HaveTheirShapeToo()
    {
        var messages = Contract.Assembly.GetTypes().Where(type => type.IsDefined(typeof(GenerateSerializerAttribute)));

        Assert.Empty(messages.SelectMany(MessageShape.Violations));
    }

    [Fact]
    public void Aliases_AreUnique()
    {
        var aliases = Contract.Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias)
            .OfType<string>();

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
        // A number is what travels: a new case goes last.
        Assert.All(Contract.Crossing.Where(type => type.IsEnum), type => Assert.Equal(
            Enumerable.Range(0, Enum.GetValues(type).Length), Enum.GetValues(type).Cast<object>().Select(Convert.ToInt32)));
    }
}
