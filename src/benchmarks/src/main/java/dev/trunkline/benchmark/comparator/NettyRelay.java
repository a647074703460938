package dev.trunkline.benchmark.comparator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The least that can be done: Netty, and a frame from the feed goes to its session's connection as it is. */
public final class NettyRelay {
    private final Map<Integer, Channel> sessions = new ConcurrentHashMap<>();

    private NettyRelay() {}

    /** @param arguments the port of the WebSocket, {@code /events?session=NUMBER}, and the port of the feed */
    public static void main(String[] arguments) throws InterruptedException {
        Parent.endWithIt();
        new NettyRelay().open(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void open(int port, int feedPort) throws InterruptedException {
        EventLoopGroup loops = new NioEventLoopGroup();
        listen(loops, port, this::webSocket);
        listen(loops, feedPort, this::feed).closeFuture().sync();
    }

    /** What is done with a connection that comes. */
    private interface Welcome {
        void to(SocketChannel channel);
    }

    private static Channel listen(EventLoopGroup loops, int port, Welcome welcome) throws InterruptedException {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        welcome.to(channel);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .sync()
                .channel();
    }

    private void webSocket(SocketChannel channel) {
        channel.pipeline()
                .addLast(
                        new HttpServerCodec(),
                        new HttpObjectAggregator(FeedFormat.LONGEST),
                        new WebSocketServerProtocolHandler("/events", null, false, FeedFormat.LONGEST, false, true),
                        new ChannelInboundHandlerAdapter() {
                            @Override
                            public void userEventTriggered(ChannelHandlerContext context, Object event) {
                                if (event instanceof HandshakeComplete done) {
                                    sessions.put(session(done.requestUri()), context.channel());
                                }
                            }
                        });
    }

    private static int session(String uri) {
        return Integer.parseInt(
                new QueryStringDecoder(uri).parameters().get("session").get(0));
    }

    private void feed(SocketChannel channel) {
        channel.pipeline()
                .addLast(
                        new LengthFieldBasedFrameDecoder(FeedFormat.LONGEST, Integer.BYTES, Integer.BYTES),
                        new SimpleChannelInboundHandler<ByteBuf>() {
                            @Override
                            protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
                                Channel session = sessions.get(frame.readInt());
                                frame.skipBytes(Integer.BYTES);
                                session.writeAndFlush(
                                        new TextWebSocketFrame(frame.readRetainedSlice(frame.readableBytes())));
                            }
                        });
    }
}
