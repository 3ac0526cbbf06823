using System.Globalization;

namespace StretchChallenge.Domain.Text;

/// <summary>Names of hosts, which have two spellings when they have letters beyond ASCII: <c>müller.example</c>, <c>xn--mller-kva.example</c>.</summary>
public static class HostName
{
    private static readonly IdnMapping Idna = new();

    /// <summary>The spelling that is sent over the network (IDNA), in lower case. What is no valid name stays as it is.</summary>
    public static string ToAscii(string host)
    {
        try
        {
            return Idna.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return host.ToLowerInvariant();
        }
    }
}
