using System.Reflection;
using System.Runtime.CompilerServices;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>
/// What a message must look like for Orleans' serializer, and for being handed over without a copy; the numbers are those of
/// the diagnostics of its code generator and analyzers.
/// </summary>
internal static class MessageShape
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>What is wrong with a type that crosses; nothing where all is well.</summary>
    public static IEnumerable<string> Violations(Type type)
    {
        if (CrossingTypes.IsPlain(type) || CrossingTypes.IsImmutableCollection(type) || CrossingTypes.IsReference(type))
        {
            return [];
        }

        if (!IsRecord(type))
        {
            return [$"{type} is no plain value, immutable collection or record: make it one of these, which cross without a copy."];
        }

        return Complaints(type).Where(complaint => complaint.Applies).Select(complaint => $"{type} {complaint.Text}");
    }

    /// <summary>The properties that hold something, rather than compute it.</summary>
    public static IEnumerable<PropertyInfo> StoredProperties(Type type)
    {
        var stored = type.GetFields(Own).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return type.GetProperties(Own).Where(property => stored.Contains($"<{property.Name}>k__BackingField"));
    }

    private static IEnumerable<(bool Applies, string Text)> Complaints(Type type)
    {
        yield return (!type.IsSealed, "is not sealed: what crosses is exactly what the method says.");
        yield return (!type.IsVisible, "is not public: the generated serializer cannot see it (ORLEANS0107); make it and all around it public.");
        yield return (type.BaseType != typeof(object), $"derives from {type.BaseType?.Name}: its members have no [Id] here; hold it as a member.");
        yield return (type.GetCustomAttribute<GenerateSerializerAttribute>() is null, "has no [GenerateSerializer]: nothing can write it (ORLEANS0005).");
        yield return (type.GetCustomAttribute<ImmutableAttribute>() is null, "has no [Immutable]: it would be copied at each call.");
        yield return (type.GetCustomAttribute<AliasAttribute>() is null, "has no [Alias]: without one its name can never change (ORLEANS0010).");
        yield return (LacksArity(type), $"has an [Alias] without `{type.GetGenericArguments().Length} at its end, as that of a generic type needs.");
        yield return (type.GetFields(Own).Any(field => !IsBackingField(field)), "has fields of its own: make them properties with an [Id] (ORLEANS0004).");

        var ids = new HashSet<uint>();
        var positional = PositionalNames(type);
        foreach (var property in type.GetProperties(Own).Where(property => property.Name != "EqualityContract"))
        {
            var id = property.GetCustomAttribute<IdAttribute>()?.Id;
            var isStored = StoredProperties(type).Contains(property);
            yield return (!isStored && id is not null, $"computes {property.Name}, which then has no [Id]: take it off (ORLEANS0101).");
            yield return (isStored && id is null && !positional.Contains(property.Name), $"needs an [Id] on {property.Name}: it would arrive empty (ORLEANS0004).");
            yield return (id is { } number && !ids.Add(number), $"has the [Id] of {property.Name} twice: take the next free number (ORLEANS0012).");
            yield return (property.SetMethod is { } setter && !IsInitOnly(setter), $"lets {property.Name} be set: use init, for it is handed over without a copy.");
        }
    }

    private static bool LacksArity(Type type) => type.IsGenericType
        && type.GetCustomAttribute<AliasAttribute>() is { Alias: var alias }
        && !alias.EndsWith($"`{type.GetGenericArguments().Length}", StringComparison.Ordinal);

    private static bool IsRecord(Type type) => type.IsClass && type.GetMethod("<Clone>$") is not null;

    private static bool IsBackingField(FieldInfo field) => field.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    // The constructor of a record's head: its parameters have the names of the properties they fill.
    private static HashSet<string> PositionalNames(Type type) => type.GetConstructors()
        .Select(constructor => constructor.GetParameters().Select(parameter => parameter.Name!).ToHashSet(StringComparer.Ordinal))
        .Where(names => names.All(name => type.GetProperty(name) is not null))
        .MaxBy(names => names.Count) ?? [];
}
