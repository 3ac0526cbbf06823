using System.Reflection;
using System.Text.Json;
using StretchChallenge.Server.Live;

namespace StretchChallenge.Server.Tests.Fuzz;

/// <summary>Messages of SignalR's JSON protocol to the hub's methods, found by reflection, with odd arguments and envelopes.</summary>
internal sealed class HubMessageGenerator(OddValues odd)
{
    /// <summary>Ends each message.</summary>
    public const char End = '\u001e';

    private static readonly string[] Envelopes =
    [
        """{"type":6}""", """{"type":7}""", """{"type":99}""", """{"type":1}""", """{"type":"x"}""", "{}", "[]", "x", "", """{"type":5,"invocationId":"1"}""",
        """{"type":3,"invocationId":"1","result":1}""", """{"type":2,"invocationId":"1","item":1}""", """{"type":4,"invocationId":"1","target":"Sync","arguments":[1]}""",
        """{"type":1,"invocationId":"1","target":"OnConnectedAsync","arguments":[]}""", """{"type":1,"target":"Dispose","arguments":[]}""",
        """{"type":8,"sequenceId":1}""", """{"type":9,"sequenceId":1}""",
    ];

    private readonly MethodInfo[] _methods =
    [
        .. typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && !method.IsVirtual),
    ];

    /// <summary>The next message.</summary>
    public string Next()
    {
        if (odd.Chance(2))
        {
            return odd.One(Envelopes) + End;
        }

        var method = odd.One(_methods);
        var arguments = method.GetParameters().Select(Argument).ToList();
        if (odd.Chance(3))
        {
            arguments.Add(odd.Json());
        }

        return $$"""{"type":1,"invocationId":"{{odd.One("1", "2", "3")}}","target":"{{method.Name}}","arguments":[{{string.Join(',', arguments)}}]}""" + End;
    }

    // Most are of the right type: others do not reach the method.
    private string Argument(ParameterInfo parameter) => odd.Chance(5) ? odd.Json()
        : parameter.ParameterType == typeof(double) ? odd.One("1", "1e999", "-1e999", "0.5", "1e308", "1e-400")
        : parameter.ParameterType.IsEnum ? odd.One("\"clap\"", "\"x\"", "0", "\"heart\"")
        : JsonSerializer.Serialize(odd.Text());
}
