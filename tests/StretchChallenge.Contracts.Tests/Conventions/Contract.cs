using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using StretchChallenge.Contracts.Users;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>The grain and observer interfaces, the grain classes, and every type that crosses between them.</summary>
internal static class Contract
{
    private static readonly ImmutableHashSet<Type> PlainTypes =
    [
        typeof(bool), typeof(byte), typeof(int), typeof(long), typeof(double), typeof(string), typeof(Guid),
        typeof(DateOnly), typeof(TimeOnly), typeof(DateTimeOffset), typeof(TimeSpan), typeof(CancellationToken),
        typeof(object), // Strings and numbers, the params of a refusal.
    ];

    public static Assembly Assembly => typeof(IUserGrain).Assembly;

    public static Assembly Grains { get; } = Assembly.Load("StretchChallenge.Grains");

    /// <summary>The grain and observer interfaces.</summary>
    public static IReadOnlyList<Type> Interfaces { get; } = [.. Assembly.GetTypes().Where(IsReference)];

    /// <summary>The methods of the grain interfaces, which somebody waits for.</summary>
    public static IReadOnlyList<MethodInfo> GrainMethods =>
        [.. Interfaces.Where(type => !IsObserver(type)).SelectMany(type => type.GetMethods())];

    /// <summary>The grain classes, abstract ones included.</summary>
    public static IReadOnlyList<Type> GrainClasses { get; } = [.. Grains.GetTypes().Where(type => typeof(Grain).IsAssignableFrom(type))];

    /// <summary>Every type in the signatures of the interfaces, and in the properties of those types.</summary>
    public static IReadOnlySet<Type> Crossing { get; } = FindCrossing();

    /// <summary>The types that need a serializer of ours: those that cross, and those that are marked but not used yet.</summary>
    public static IEnumerable<Type> Messages => Crossing
        .Where(type => !PlainTypes.Contains(type) && !type.IsEnum && !IsReference(type) && !IsImmutableCollection(type))
        .Union(Assembly.GetTypes().Where(type => type.IsDefined(typeof(GenerateSerializerAttribute))));

    public static bool IsObserver(Type type) => typeof(IGrainObserver).IsAssignableFrom(type);

    /// <summary>The properties that store a value; computed ones do not cross.</summary>
    public static IEnumerable<PropertyInfo> StoredProperties(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(property => type.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    public static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) != false;

    private static bool IsReference(Type type) => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type);

    private static bool IsImmutableCollection(Type type) => type.IsGenericType && type.Namespace == "System.Collections.Immutable";

    private static HashSet<Type> FindCrossing()
    {
        var found = new HashSet<Type>();
        foreach (var method in Interfaces.SelectMany(type => type.GetMethods()))
        {
            foreach (var parameter in method.GetParameters())
            {
                Add(parameter.ParameterType, found);
            }

            foreach (var answer in method.ReturnType.GetGenericArguments())
            {
                Add(answer, found);
            }
        }

        return found;
    }

    private static void Add(Type type, HashSet<Type> found)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            Add(value, found);
        }
        else if (found.Add(type) && !PlainTypes.Contains(type) && !IsReference(type))
        {
            var members = IsImmutableCollection(type) ? [] : StoredProperties(type).Select(property => property.PropertyType);
            foreach (var part in type.GetGenericArguments().Concat(members))
            {
                Add(part, found);
            }
        }
    }
}
