using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Days.Runs;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Days;

/// <summary>A finished run or a self-report of the last missed day: exactly one of the two.</summary>
/// <param name="CommandId">Chosen by the client. A repeat with the same id and content gets the first answer and changes nothing.</param>
/// <param name="Run">The token of the finished run.</param>
/// <param name="Skipped">The indexes of the steps that were skipped (rule 11).</param>
/// <param name="ReportFor">The reported day (rule 5).</param>
public sealed record CheckInRequest(
    string? CommandId,
    string? Run = null,
    ImmutableArray<int>? Skipped = null,
    DateOnly? ReportFor = null);

/// <summary>Check-ins and their undo. The answer is sent after the check-in is durable.</summary>
internal static class CheckInEndpoints
{
    public static async Task<Results<Ok<CheckInAnswer>, ProblemHttpResult>> CheckIn(
        CheckInRequest request, ClaimsPrincipal caller, RunTokens tokens, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var commandId = rules.Token("commandId", request.CommandId);
        rules.Check(request.Run is null != request.ReportFor is null, DayRefusals.RunOrReport);
        rules.Check(request.Skipped is null || request.Run is not null, DayRefusals.SkippedWithoutRun);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        var person = grains.GetGrain<IUserGrain>(caller.Id().Value);
        if (request.ReportFor is { } date)
        {
            return (await person.ReportAsync(new SelfReport(commandId, Fingerprint($"report {date:O}"), date))).ToHttp();
        }

        return tokens.Unprotect(caller.Id(), request.Run!) is { } run
            ? await CompleteAsync(person, commandId, run, request.Skipped ?? [])
            : Problem.Of(DayRefusals.UnknownRun);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Undo(
        DateOnly date, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IUserGrain>(caller.Id().Value).UndoAsync(date)).ToHttp();

    private static async Task<Results<Ok<CheckInAnswer>, ProblemHttpResult>> CompleteAsync(
        IUserGrain person, string commandId, Run run, ImmutableArray<int> skipped)
    {
        ImmutableArray<int> steps = [.. skipped.Distinct().Order()];
        if (steps.Any(step => step < 0 || step >= run.StepSeconds.Length))
        {
            return Problem.OfFields([DayRefusals.UnknownStep(run.StepSeconds.Length - 1)]);
        }

        var command = new GuidedCheckIn(
            commandId,
            Fingerprint($"run {run.Id} {string.Join(',', steps)}"),
            run.Id,
            run.RoutineId,
            run.Variant,
            run.StartedAt,
            run.PlannedSeconds,
            steps.Sum(step => run.StepSeconds[step]))
        {
            CatchUp = run.CatchUp,
        };
        return (await person.CheckInAsync(command)).ToHttp();
    }

    // Kept with the command id: another command under the same id is refused (409).
    private static string Fingerprint(string request) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(request)));
}
