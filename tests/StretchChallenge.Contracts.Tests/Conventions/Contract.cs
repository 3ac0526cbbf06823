using System.Reflection;
using StretchChallenge.Contracts.Users;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>The contracts of this product.</summary>
internal static class Contract
{
    public static Assembly Assembly => typeof(IUserGrain).Assembly;

    public static Assembly Grains { get; } = Assembly.Load("StretchChallenge.Grains");

    /// <summary>The grain and observer interfaces.</summary>
    public static IReadOnlyList<Type> Interfaces =>
        [.. Assembly.GetTypes().Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))];

    /// <summary>The grain classes, abstract ones included.</summary>
    public static IReadOnlyList<Type> GrainClasses =>
        [.. Grains.GetTypes().Where(type => type.IsClass && typeof(Grain).IsAssignableFrom(type))];

    /// <summary>What crosses, generic types as they are declared.</summary>
    public static IReadOnlyList<Type> Crossing =>
        [.. CrossingTypes.Of(Interfaces).OrderBy(type => type.ToString(), StringComparer.Ordinal)];
}
