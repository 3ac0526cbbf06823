using System.Reflection;

namespace Orleans.InProcess.Tests.Surface;

/// <summary>The runtime offers nothing that Orleans lacks: the same names with the same signatures.</summary>
public sealed class SurfaceTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Ours =
        ApiSurface.Read(typeof(Grain).Assembly.Location);

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Abstractions =
        ApiSurface.Read(typeof(SurfaceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "OrleansAbstractions").Value!);

    public static TheoryData<string> TypesOfAbstractions => [.. Ours.Keys.Intersect(Abstractions.Keys)];

    public static TheoryData<string> TypesOfOtherAssemblies => [.. Ours.Keys.Except(Abstractions.Keys)];

    [Theory]
    [MemberData(nameof(TypesOfAbstractions))]
    public void TypeOfTheAbstractions_HasOnlyWhatOrleansHas(string type) =>
        Assert.Empty(Ours[type].Except(Abstractions[type]));

    [Theory]
    [MemberData(nameof(TypesOfOtherAssemblies))]
    public void TypeOfAnotherAssembly_HasJustWhatIsListed(string type) =>
        Assert.Equal(OtherAssemblies.Surface.GetValueOrDefault(type)?.Order(), Ours[type].Order());

    [Fact]
    public void ListedTypes_AreAllThere() =>
        Assert.Empty(OtherAssemblies.Surface.Keys.Except(Ours.Keys));

    [Fact]
    public void Abstractions_AreMostOfTheSurface() =>
        Assert.True(TypesOfAbstractions.Count > TypesOfOtherAssemblies.Count);
}
