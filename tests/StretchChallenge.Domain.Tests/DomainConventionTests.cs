using System.Reflection;
using System.Runtime.CompilerServices;

namespace StretchChallenge.Domain.Tests;

/// <summary>The domain stays what it is: pure, sealed, one public type a file.</summary>
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
    public void PublicTypes_EachOne_HasAFileOfItsName()
    {
        var files = Directory.GetFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.DoesNotContain(PublicTypes, type => !files.Contains(type.Name));
    }

    [Fact]
    public void PublicClasses_EachOne_IsSealedStaticOrAFamilyOfRecords()
    {
        Assert.DoesNotContain(PublicTypes, type => type is { IsClass: true, IsSealed: false } && type.GetNestedTypes().Length == 0);
    }

    private static string SourceFolder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "src", "StretchChallenge.Domain"));
}
