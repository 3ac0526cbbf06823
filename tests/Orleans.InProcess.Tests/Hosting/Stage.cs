using System.Collections.Concurrent;

namespace Orleans.InProcess.Tests;

/// <summary>What a test and its grains share: gates to hold turns at, and a record of what happened in which order.</summary>
public sealed class Stage
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _happenings = new();
    private readonly ConcurrentQueue<string> _record = new();

    /// <summary>What happened so far.</summary>
    public IReadOnlyList<string> Recorded => [.. _record];

    /// <summary>How many more activations are to fail.</summary>
    public int FailingActivations { get; set; }

    /// <summary>Closes a gate; all others are open.</summary>
    public Gate Close(string name) => _gates.GetOrAdd(name, _ => new Gate());

    /// <summary>Passes a gate, if need be once it is open.</summary>
    public Task PassAsync(string name, CancellationToken cancellationToken = default) =>
        _gates.TryGetValue(name, out var gate) ? gate.PassAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Writes down that something happened.</summary>
    public void Record(string happening)
    {
        _record.Enqueue(happening);
        Happening(happening).TrySetResult();
    }

    /// <summary>Completes once something has happened.</summary>
    public Task WhenAsync(string happening) => Happening(happening).Task;

    private TaskCompletionSource Happening(string happening) =>
        _happenings.GetOrAdd(happening, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
