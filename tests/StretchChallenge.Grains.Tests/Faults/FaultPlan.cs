using System.Collections.Concurrent;

namespace StretchChallenge.Grains.Tests.Faults;

/// <summary>What goes wrong in the stores, by the name of a store's method.</summary>
internal sealed class FaultPlan
{
    private readonly ConcurrentDictionary<string, Func<Task>> _before = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Type Store, string Method), int> _calls = new();
    private readonly ConcurrentDictionary<string, Func<Task>> _after = new(StringComparer.Ordinal);

    /// <summary>Until it is disposed of, the methods fail before they have done anything.</summary>
    public IDisposable Failing(params string[] methods) => Failing(static () => new IOException("The disk is gone."), methods);

    /// <inheritdoc cref="Failing(string[])" />
    public IDisposable Failing(Func<Exception> failure, params string[] methods)
    {
        foreach (var method in methods)
        {
            _before[method] = () => throw failure();
        }

        return new Repair(() => Array.ForEach(methods, method => _before.TryRemove(method, out _)));
    }

    /// <summary>The method's next call does its work, and then fails all the same.</summary>
    public void FailOnceAfter(string method) => _after[method] = () =>
    {
        _after.TryRemove(method, out _);
        throw new IOException("The connection broke before the answer came.");
    };

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        _before.Clear();
        _after.Clear();
    }

    /// <summary>The method does its work, and then does not return until it is released.</summary>
    public Hold HoldAfter(string method)
    {
        var hold = new Hold(() => _after.TryRemove(method, out _));
        _after[method] = hold.WaitAsync;
        return hold;
    }

    /// <summary>How often a store's method was called since <see cref="ForgetCalls" />.</summary>
    public int CallsOf<TStore>(string method) => _calls.GetValueOrDefault((typeof(TStore), method));

    /// <summary>Counts calls anew.</summary>
    public void ForgetCalls() => _calls.Clear();

    /// <summary>Called before a store's method does its work.</summary>
    public Task BeforeAsync(Type store, string method)
    {
        _calls.AddOrUpdate((store, method), 1, (_, calls) => calls + 1);
        return _before.TryGetValue(method, out var fault) ? fault() : Task.CompletedTask;
    }

    /// <summary>Called when a store's method has done its work.</summary>
    public Task AfterAsync(string method) => _after.TryGetValue(method, out var fault) ? fault() : Task.CompletedTask;

    private sealed class Repair(Action repair) : IDisposable
    {
        public void Dispose() => repair();
    }
}
