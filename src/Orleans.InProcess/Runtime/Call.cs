using System.Diagnostics;

namespace Orleans.InProcess;

/// <summary>A call whose caller waits for the answer.</summary>
internal sealed class Call<TResult>(GrainMethod<TResult> method, object?[] arguments, Silo silo) : Request(method.Interleaving)
{
    // The caller goes on in its own scheduler or on the pool, never inside the turn that answers it.
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Activity? _caller = CallTrace.Caller;
    private CancellationTokenRegistration _cancellation;
    private TResult _result = default!;
    private Exception? _exception;

    /// <summary>The caller's task.</summary>
    public Task<TResult> Answered => _answer.Task;

    /// <summary>
    /// Lets a token cancel the caller's task at once: a waiting call is then never run, and a running one sees the same
    /// token.
    /// </summary>
    public void CancelWith(CancellationToken token)
    {
        if (token.CanBeCanceled)
        {
            _cancellation = token.UnsafeRegister(
                static (state, token) => ((Call<TResult>)state!)._answer.TrySetCanceled(token), this);
        }
    }

    public override async Task InvokeAsync(object target)
    {
        if (!_answer.Task.IsCompleted)
        {
            using var span = CallTrace.Begin(method, _caller);
            try
            {
                _result = await method.InvokeAsync(target, arguments);
            }
            catch (Exception exception)
            {
                // The caller gets it as it is.
                _exception = exception;
                span.Fail(exception);
            }
        }
    }

    public override void Answer()
    {
        _cancellation.Unregister();
        silo.Instruments.Answered(PostedAt);
        if (_exception is null)
        {
            _answer.TrySetResult(_result);
        }
        else
        {
            _answer.TrySetException(_exception);
        }
    }

    public override bool Fail(Exception exception)
    {
        _cancellation.Unregister();
        return _answer.TrySetException(exception);
    }

    public override string ToString() => method.ToString();
}
