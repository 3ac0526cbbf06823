using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace StretchChallenge.Domain.Tests;

/// <summary>Conventions of the Domain project: no I/O, sealed types, folders by namespace, every rule easy to find.</summary>
public sealed class DomainConventionTests
{
    private static readonly Assembly Domain = typeof(UserId).Assembly;

    private static IEnumerable<Type> PublicTypes => Domain.GetExportedTypes().Where(type => !type.IsNested);

    [Fact]
    public void Domain_References_AreTheFrameworkAlone()
    {
        var foreign = Domain.GetReferencedAssemblies().Where(name => !name.Name!.StartsWith("System.", StringComparison.Ordinal));

        Assert.Empty(foreign);
    }

    [Fact]
    public void Domain_References_HoldNoInputOrOutput()
    {
        string[] banned = ["System.IO.FileSystem", "System.Net", "System.Data", "System.Threading", "System.Diagnostics.Process"];

        Assert.DoesNotContain(
            Domain.GetReferencedAssemblies(),
            reference => banned.Any(name => reference.Name!.StartsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void PublicTypes_EachOne_IsInTheFolderOfItsNamespace()
    {
        var root = typeof(UserId).Namespace!;

        Assert.DoesNotContain(PublicTypes, type => !SourceOf(type.Namespace![root.Length..].TrimStart('.'))
            .Any(text => Regex.IsMatch(text, $@"^public .*\b(class|struct|record|enum) {type.Name}\b", RegexOptions.Multiline)));
    }

    [Fact]
    public void PublicClasses_EachOne_IsSealedStaticOrAFamilyOfRecords()
    {
        Assert.DoesNotContain(PublicTypes, type => type is { IsClass: true, IsSealed: false } && type.GetNestedTypes().Length == 0);
    }

    /// <summary>The rules of the challenge are numbered; each number is in the comments of the files that implement the rule.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_EachOne_IsNamedInOneToThreeFiles(int rule)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $@"\brule {rule}\b");
        var files = Directory.GetFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), name, RegexOptions.IgnoreCase));

        Assert.InRange(files.Count(), 1, 3);
    }

    public static TheoryData<int> Rules => [.. Enumerable.Range(1, 28)];

    private static IEnumerable<string> SourceOf(string folder) =>
        Directory.GetFiles(Path.Combine(SourceFolder(), folder), "*.cs").Select(File.ReadAllText);

    private static string SourceFolder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "src", "StretchChallenge.Domain"));
}
