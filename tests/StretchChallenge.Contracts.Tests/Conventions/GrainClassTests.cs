using System.Reflection;
using System.Runtime.CompilerServices;

namespace StretchChallenge.Contracts.Tests.Conventions;

public sealed class GrainClassTests
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void GrainClasses_HaveTheShapeThatOrleansTakes()
    {
        Assert.NotEmpty(Contract.GrainClasses);
        Assert.Empty(Contract.GrainClasses.SelectMany(GrainShape.Violations));
    }

    [Fact]
    public void GrainClasses_AreInternal()
    {
        Assert.DoesNotContain(Contract.GrainClasses, type => type.IsVisible);
    }

    [Fact]
    public void GrainClasses_HaveNamesOfTheirOwn()
    {
        // The namespace is no part of a grain's id.
        var names = Contract.GrainClasses.Where(type => !type.IsAbstract).Select(GrainShape.GrainType).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
    }

    [Fact]
    public void EveryGrainInterface_HasOneClass()
    {
        var interfaces = Contract.Interfaces.Where(type => !typeof(IGrainObserver).IsAssignableFrom(type));

        Assert.All(interfaces, contract => Assert.Single(Contract.GrainClasses, type => !type.IsAbstract && contract.IsAssignableFrom(type)));
    }

    [Fact]
    public void GrainsAssembly_ShowsNothing()
    {
        Assert.DoesNotContain(
            Contract.Grains.GetExportedTypes(), type => type.Namespace?.StartsWith("StretchChallenge", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void EverythingBesideTheGrains_KeepsTheirRulesOfMethodsAndFields()
    {
        // Helpers run inside the grains' turns; only what is said of classes does not concern them.
        var helpers = Contract.Grains.GetTypes()
            .Except(Contract.GrainClasses)
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.GetMethods(All).Length + type.GetFields(All).Length > 0);

        Assert.Empty(helpers.SelectMany(GrainShape.MemberViolations));
    }
}
