using System.Collections.Concurrent;

namespace StretchChallenge.Durability;

/// <summary>Check-ins, all at once, each by somebody else.</summary>
/// <param name="workplace">Where.</param>
/// <param name="number">Counts the volleys of the workplace, from 0 on.</param>
internal sealed class Volley(Workplace workplace, int number)
{
    private readonly ConcurrentDictionary<string, string> _acknowledged = new();
    private int _answers;

    /// <summary>The command that everybody sends.</summary>
    public string Command { get; } = $"volley-{number}";

    /// <summary>The answers that arrived before the server was gone, by person.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => _acknowledged;

    /// <summary>Sends everybody's check-in, and kills the server when that many answers have arrived.</summary>
    public Task FireAsync(int killAfter) => Task.WhenAll(workplace.Colleagues.Select(async colleague =>
    {
        try
        {
            _acknowledged[colleague.Id] = await SendAsync(colleague);
        }
        catch (HttpRequestException)
        {
            // The server was killed before it answered: this check-in may be there or not.
            return;
        }

        if (Interlocked.Increment(ref _answers) == killAfter)
        {
            workplace.Kill();
        }
    }));

    /// <summary>Sends everybody's check-in, the same as before, to a server that stays; the answers by person.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RepeatAsync()
    {
        var answers = await Task.WhenAll(workplace.Colleagues.Select(async colleague => (colleague.Id, Answer: await SendAsync(colleague))));
        return answers.ToDictionary(answer => answer.Id, answer => answer.Answer);
    }

    private async Task<string> SendAsync(Colleague colleague)
    {
        var checkIn = new { commandId = Command, run = colleague.Runs[number] };
        var answer = await workplace.Api.PostAsync("/api/check-ins", colleague.Cookie, checkIn);
        Assert.True(answer.GetProperty("credited").GetBoolean(), $"Not credited: {answer}");
        return answer.ToString();
    }
}
