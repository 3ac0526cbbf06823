using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Server.Problems;

/// <summary>Answers what was thrown: unreadable requests by their fault, all else without a word of the inside.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> log) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        await Describe(context, exception).ExecuteAsync(context);
        return true;
    }

    private ProblemHttpResult Describe(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return UnreadableRequest.Describe(bad);
            case LedgerBusyException:
                return Problem.Of(ProblemType.Busy);
            case var fault when PassingFault.IsIn(fault):
                DatabaseAbsent(fault, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return Problem.Of(ProblemType.DatabaseAbsent);
            case OrleansException or TimeoutException:
                NodeAbsent(exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return Problem.Of(ProblemType.NodeAbsent);
            default:
                RequestFailed(exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return Problem.Of(ProblemType.Unexpected);
        }
    }
}
