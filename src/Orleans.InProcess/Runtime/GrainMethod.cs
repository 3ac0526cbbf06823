using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A method of a grain or observer interface: how to call it, prepared once.</summary>
internal abstract class GrainMethod
{
    private static readonly ConcurrentDictionary<MethodInfo, GrainMethod> Methods = new();

    private readonly MethodInvoker _invoker;
    private readonly MethodInfo _method;
    private readonly int[] _references;

    protected GrainMethod(MethodInfo method)
    {
        _method = method;
        _invoker = MethodInvoker.Create(method);
        IsOneWay = method.IsDefined(typeof(OneWayAttribute)) || method.ReturnType == typeof(void);
        Interleaving = method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? Interleaving.Always
            : method.IsDefined(typeof(ReadOnlyAttribute)) ? Interleaving.ReadOnly
            : Interleaving.Never;
        var parameters = method.GetParameters();
        TakesCancellation = parameters is [.., { ParameterType: var last }] && last == typeof(CancellationToken);
        _references = [.. parameters
            .Where(parameter => typeof(IAddressable).IsAssignableFrom(parameter.ParameterType))
            .Select(parameter => parameter.Position)];
    }

    /// <summary>Which running requests a call may join, unless its grain is reentrant.</summary>
    public Interleaving Interleaving { get; }

    protected bool IsOneWay { get; }

    private bool TakesCancellation { get; }

    public static GrainMethod Of(MethodInfo method) => Methods.GetOrAdd(method, GrainMethodFactory.Create);

    /// <summary>Posts a call and returns what the method returns: a task for the answer, or nothing.</summary>
    public abstract object? Call(Silo silo, GrainId target, object?[] arguments);

    /// <summary>Calls the method on the target itself; exceptions come as they are.</summary>
    public object? Invoke(object target, object?[] arguments) => _invoker.Invoke(target, arguments.AsSpan());

    /// <summary>The interface's name.</summary>
    public string InterfaceName => _method.DeclaringType!.Name;

    /// <summary>The interface's and the method's name, as spans have them.</summary>
    public string FullName => field ??= $"{InterfaceName}/{_method.Name}";

    public override string ToString() => $"{InterfaceName}.{_method.Name}";

    /// <summary>Makes sure that grains and observers are passed by reference: nothing else can cross a cluster.</summary>
    /// <exception cref="ArgumentException">One is not.</exception>
    protected void ThrowIfNotReferences(object?[] arguments)
    {
        foreach (var position in _references)
        {
            if (arguments[position] is not (null or GrainReference))
            {
                throw new ArgumentException(
                    $"{this} takes a reference: {nameof(GrainExtensions.AsReference)} makes one of a grain, "
                    + $"{nameof(IGrainFactory.CreateObjectReference)} one of an observer.");
            }
        }
    }

    protected CancellationToken CancellationIn(object?[] arguments) =>
        TakesCancellation ? (CancellationToken)arguments[^1]! : CancellationToken.None;
}
