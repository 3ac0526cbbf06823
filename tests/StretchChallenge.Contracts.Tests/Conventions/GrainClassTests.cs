using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace StretchChallenge.Contracts.Tests.Conventions;

public sealed class GrainClassTests
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void GrainClasses_AreInternalAndSealed()
    {
        Assert.NotEmpty(Contract.GrainClasses);
        Assert.DoesNotContain(Contract.GrainClasses, type => type.IsVisible || !(type.IsSealed || type.IsAbstract));
    }

    [Fact]
    public void EveryGrainInterface_HasOneClass()
    {
        var interfaces = Contract.Interfaces.Where(type => !typeof(Orleans.IGrainObserver).IsAssignableFrom(type));

        Assert.All(interfaces, contract => Assert.Single(Contract.GrainClasses, type => !type.IsAbstract && contract.IsAssignableFrom(type)));
    }

    [Fact]
    public void GrainsAssembly_ShowsNothing()
    {
        Assert.DoesNotContain(
            Contract.Grains.GetExportedTypes(), type => type.Namespace?.StartsWith("StretchChallenge", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Interleaving_IsSaidOnInterfacesAlone()
    {
        var methods = Contract.Grains.GetTypes().SelectMany(type => type.GetMethods(All));

        Assert.DoesNotContain(methods, method =>
            method.IsDefined(typeof(AlwaysInterleaveAttribute)) || method.IsDefined(typeof(ReadOnlyAttribute)) || method.IsDefined(typeof(OneWayAttribute)));
        Assert.DoesNotContain(Contract.GrainClasses, type => type.IsDefined(typeof(ReentrantAttribute)));
    }

    [Fact]
    public void StaticState_CannotChange()
    {
        var fields = Contract.Grains.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type => type.GetFields(All))
            .Where(field => field is { IsStatic: true, IsLiteral: false });

        Assert.Empty(fields.Where(field => !field.IsInitOnly || !IsUnchangeable(field.FieldType)).Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    public void Grains_KeepNoReferenceToTheirCallers()
    {
        // Observers are kept with a lease, by Watchers alone.
        var fields = Contract.GrainClasses.SelectMany(type => type.GetFields(All)).Where(field => !field.IsStatic);

        Assert.DoesNotContain(fields, field => typeof(IAddressable).IsAssignableFrom(field.FieldType) && field.FieldType.IsInterface);
    }

    private static bool IsUnchangeable(Type type) =>
        type.IsValueType
        || type == typeof(string)
        || typeof(Delegate).IsAssignableFrom(type)
        || type.Namespace == "System.Collections.Immutable"
        || type.GetMethod("<Clone>$") is not null;
}
