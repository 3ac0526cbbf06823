using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Concurrency;
using StretchChallenge.Contracts.Tests.Architecture;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>What grain classes look like, and what the code that runs in their turns must not do.</summary>
public sealed class GrainTests
{
    // Code that would leave the activation's scheduler, or block a turn, and what to do instead. ORLEANS0014 finds
    // ConfigureAwait in grain classes only; the classes beside them run in the same turns.
    private static readonly (string Code, string Instead)[] SchedulerEscapes =
    [
        ("ConfigureAwait(", "await the task as it is"),
        ("Task.Run(", "do it within the turn, or in a service outside the grain"),
        ("StartNew(", "do it within the turn, or in a service outside the grain"),
        ("Parallel.", "do it within the turn, or in a service outside the grain"),
        ("ThreadPool.", "do it within the turn, or in a service outside the grain"),
        ("new Thread(", "do it within the turn, or in a service outside the grain"),
        ("ContinueWith(", "await the task"),
        ("GetResult()", "await the task"),
        ("async void", "return a task"),
        ("new Timer(", "RegisterGrainTimer"),
        ("PeriodicTimer", "RegisterGrainTimer"),
        ("CreateTimer(", "RegisterGrainTimer"),
        ("Task.Delay(", "RegisterGrainTimer: a turn that waits keeps every other call waiting"),
    ];

    [Fact]
    public void GrainClasses_AreInternalSealedAndNotReentrant()
    {
        Assert.NotEmpty(Contract.GrainClasses);
        Assert.DoesNotContain(Contract.GrainClasses, type => type.IsVisible || type.IsGenericType || !(type.IsSealed || type.IsAbstract));
        // Interleaving is declared for single methods, on the interface.
        Assert.DoesNotContain(Contract.GrainClasses, type => type.IsDefined(typeof(ReentrantAttribute)));
    }

    [Fact]
    public void GrainInterfaces_HaveOneClassEach()
    {
        var interfaces = Contract.Interfaces.Where(type => !Contract.IsObserver(type)).ToList();

        Assert.All(interfaces, contract => Assert.Single(Contract.GrainClasses, type => !type.IsAbstract && contract.IsAssignableFrom(type)));
        Assert.Equal(interfaces.Count, Contract.GrainClasses.Count(type => !type.IsAbstract));
    }

    [Fact]
    public void GrainsAssembly_ExportsNothing()
    {
        Assert.DoesNotContain(
            Contract.Grains.GetExportedTypes(), type => type.Namespace?.StartsWith("StretchChallenge", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void StaticFields_AreImmutable()
    {
        // Activations run in parallel and share static fields.
        var fields = Contract.Grains.GetTypes()
            .Where(type => type.Namespace?.StartsWith("StretchChallenge", StringComparison.Ordinal) == true && !IsGenerated(type))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && !IsGenerated(field));

        Assert.All(fields, field => Assert.True(field.IsInitOnly && IsImmutable(field.FieldType), $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    public void Sources_StayOnTheirScheduler()
    {
        var files = SourceTree.Files("StretchChallenge.Grains").ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => EscapesIn(SourceTree.Read(file)).Select(escape => $"{file}: {escape}")));
    }

    [Theory]
    [InlineData("await store.SaveAsync().ConfigureAwait(false);", "ConfigureAwait(")]
    [InlineData("await Task.Run(() => Fold(days));", "Task.Run(")]
    [InlineData("_ = Task.Factory.StartNew(Fold);", "StartNew(")]
    [InlineData("return save.ContinueWith(done => Notify());", "ContinueWith(")]
    [InlineData("Parallel.ForEach(days, Count);", "Parallel.")]
    [InlineData("ThreadPool.QueueUserWorkItem(Count);", "ThreadPool.")]
    [InlineData("private async void Notify() => await Task.Yield();", "async void")]
    [InlineData("var saved = SaveAsync().GetAwaiter().GetResult();", "GetResult()")]
    [InlineData("using var timer = new PeriodicTimer(Second, time);", "PeriodicTimer")]
    [InlineData("_timer = time.CreateTimer(Tick, null, Second, Second);", "CreateTimer(")]
    [InlineData("await Task.Delay(Second, time, token);", "Task.Delay(")]
    public void Source_LeavesTheScheduler_IsFound(string source, string escape)
    {
        Assert.Contains(EscapesIn(source), found => found.StartsWith(escape, StringComparison.Ordinal));
    }

    [Fact]
    public void Source_MentionsItInACommentOnly_IsFine()
    {
        Assert.Empty(EscapesIn("    // Never Task.Run( here.\n    await Task.WhenAll(saves);"));
    }

    [Fact]
    public void AllSources_HaveNoConditionalCompilation()
    {
        Assert.DoesNotContain(SourceTree.Files(), file =>
            SourceTree.Read(file).Split('\n').Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> EscapesIn(string source)
    {
        var code = string.Join('\n', source.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        return SchedulerEscapes
            .Where(escape => code.Contains(escape.Code, StringComparison.Ordinal))
            .Select(escape => $"{escape.Code} leaves the turn: {escape.Instead}.");
    }

    private static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsImmutable(Type type) =>
        type.IsValueType
        || type == typeof(string)
        || typeof(Delegate).IsAssignableFrom(type)
        || type.Namespace == "System.Collections.Immutable"
        || type.GetMethod("<Clone>$") is not null;
}
