using System.Collections.Concurrent;
using System.Collections.Immutable;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability;

/// <summary>Check-ins, all at once, each by somebody else.</summary>
/// <param name="crowd">Who.</param>
/// <param name="number">Counts the crowd's volleys, from 0 on.</param>
/// <param name="runs">A run for each of them, which can be completed.</param>
internal sealed class CheckInBatch(Crowd crowd, int number, ImmutableDictionary<string, string> runs)
{
    private readonly ConcurrentDictionary<string, string> _acknowledged = new();
    private int _answers;

    /// <summary>The command that everybody sends.</summary>
    public string Command { get; } = $"volley-{number}";

    /// <summary>The answers that arrived before the server was gone, by person.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => _acknowledged;

    /// <summary>Sends everybody's check-in, and strikes when that many answers have arrived.</summary>
    public Task FireAsync(Api api, int after, Action strike) => Task.WhenAll(crowd.Colleagues.Select(async colleague =>
    {
        try
        {
            _acknowledged[colleague.Id] = await SendAsync(api, colleague);
        }
        catch (HttpRequestException)
        {
            // The server was killed before it answered: this check-in may be there or not.
            return;
        }

        if (Interlocked.Increment(ref _answers) == after)
        {
            strike();
        }
    }));

    /// <summary>Sends everybody's check-in, the same as before, to a server that stays; the answers by person.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RepeatAsync(Api api)
    {
        var answers = await Task.WhenAll(crowd.Colleagues.Select(async colleague => (colleague.Id, Answer: await SendAsync(api, colleague))));
        return answers.ToDictionary(answer => answer.Id, answer => answer.Answer);
    }

    /// <summary>Somebody's check-in of this volley.</summary>
    public object CheckInOf(Colleague colleague) => new { commandId = Command, run = runs[colleague.Id] };

    private async Task<string> SendAsync(Api api, Colleague colleague)
    {
        var answer = await api.PostAsync("/api/check-ins", colleague.Cookie, CheckInOf(colleague));
        Assert.True(answer.GetProperty("credited").GetBoolean(), $"Not credited: {answer}");
        return answer.ToString();
    }
}
