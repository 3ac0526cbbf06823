using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Concurrency;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>What a grain class must look like for Orleans' analyzers and runtime.</summary>
internal static class GrainShape
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private const string Suffix = "grain";

    private static readonly Type[] OfInterfacesAlone = [typeof(AlwaysInterleaveAttribute), typeof(ReadOnlyAttribute), typeof(OneWayAttribute)];

    /// <summary>What is wrong with a grain class; nothing where all is well.</summary>
    public static IEnumerable<string> Violations(Type grain) => Told(grain, OfClass(grain)).Concat(MemberViolations(grain));

    /// <summary>What is wrong with the members of a class that works inside a grain's turns.</summary>
    public static IEnumerable<string> MemberViolations(Type type) =>
        Told(type, type.GetMethods(All).SelectMany(OfMethod).Concat(type.GetFields(All).SelectMany(OfField)));

    /// <summary>The name under which a class stands in every grain id, unless it says another.</summary>
    public static string GrainType(Type grain)
    {
        var name = grain.Name.ToLowerInvariant();
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    private static IEnumerable<string> Told(Type type, IEnumerable<(bool Applies, string Text)> complaints) =>
        complaints.Where(complaint => complaint.Applies).Select(complaint => $"{type} {complaint.Text}");

    private static IEnumerable<(bool Applies, string Text)> OfClass(Type grain)
    {
        yield return (!(grain.IsSealed || grain.IsAbstract), "is open to be derived from: seal it, or a second class would answer its interface.");
        yield return (grain.IsGenericType, "is generic: write a class for each type.");
        yield return (grain.IsDefined(typeof(AliasAttribute), inherit: false), "has an [Alias]: that is for interfaces and messages (ORLEANS0013).");
        yield return (
            grain.IsDefined(typeof(GenerateSerializerAttribute), inherit: false),
            "has [GenerateSerializer]: a grain does not cross, its reference does (ORLEANS0013).");
        yield return (grain.IsDefined(typeof(ReentrantAttribute)), "is reentrant: say it of single methods, on the interface.");
        yield return (!grain.IsAbstract && grain.GetConstructors().Length != 1, "does not have one public constructor, by which it is made.");

        var contracts = grain.GetInterfaces().Where(type => typeof(IGrain).IsAssignableFrom(type) && type.IsDefined(typeof(AliasAttribute))).ToList();
        yield return (!grain.IsAbstract && contracts.Count != 1, $"answers {contracts.Count} interfaces of grains rather than one.");
        yield return (typeof(IGrainObserver).IsAssignableFrom(grain), "is an observer too: observe from an object beside it.");
    }

    private static IEnumerable<(bool Applies, string Text)> OfMethod(MethodInfo method)
    {
        var said = OfInterfacesAlone.Where(attribute => method.IsDefined(attribute)).Select(attribute => attribute.Name).ToList();
        yield return (said.Count > 0, $"says {string.Join(", ", said)} on {method.Name}: say it on the interface (ORLEANS0001).");
        yield return (
            method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)),
            $"has {method.Name}, async without a task: a turn would end before it does, and its failure ends the process.");
    }

    private static IEnumerable<(bool Applies, string Text)> OfField(FieldInfo field)
    {
        // Observers are kept with a lease, by Watchers alone.
        yield return (
            !field.IsStatic && field.FieldType.IsInterface && typeof(IAddressable).IsAssignableFrom(field.FieldType),
            $"keeps a reference in {field.Name}: ask the grain factory for it, or lease it.");
        yield return (
            field is { IsStatic: true, IsLiteral: false } && !field.IsDefined(typeof(CompilerGeneratedAttribute)) && !IsUnchangeable(field),
            $"shares {field.Name} between activations, which run at once: make it unchangeable.");
    }

    private static bool IsUnchangeable(FieldInfo field) => field.IsInitOnly && IsUnchangeable(field.FieldType);

    private static bool IsUnchangeable(Type type) =>
        type.IsValueType
        || type == typeof(string)
        || typeof(Delegate).IsAssignableFrom(type)
        || type.Namespace == "System.Collections.Immutable"
        || type.GetMethod("<Clone>$") is not null;
}
